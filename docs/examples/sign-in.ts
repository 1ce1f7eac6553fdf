import { Component, Injector, inject, runInInjectionContext, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { SessionService, returnUrl } from 'ng-session';

import { signInMessage } from './sign-in-message';

@Component({
  selector: 'shop-sign-in',
  imports: [FormField, FormRoot],
  templateUrl: './sign-in.html',
})
export class SignIn {
  readonly #session = inject(SessionService);
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);

  protected readonly failure = signal('');
  readonly #credentials = signal({ email: '', password: '' });
  protected readonly form = form(
    this.#credentials,
    (path) => {
      required(path.email, { message: 'Enter your email address.' });
      required(path.password, { message: 'Enter your password.' });
    },
    { submission: { action: () => this.#signIn() } },
  );

  // #region sign-in
  async #signIn(): Promise<void> {
    this.failure.set('');
    try {
      await this.#session.signIn(this.#credentials());
    } catch (error) {
      this.failure.set(signInMessage(error));
      return;
    }
    await this.#router.navigateByUrl(runInInjectionContext(this.#injector, returnUrl), {
      replaceUrl: true,
    });
  }
  // #endregion sign-in
}
