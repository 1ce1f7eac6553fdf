import { Component, Injector, inject, runInInjectionContext, signal } from '@angular/core';
import { FormField, FormRoot, email, form, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { SessionService, returnUrl } from 'ng-session';

import { type SignInFailure, signInFailure } from './sign-in-failure';
import { SIGN_IN_TEXTS } from './sign-in-texts';

/** Signs in, then leads to the page that was asked for. */
@Component({
  imports: [FormField, FormRoot],
  selector: 'app-sign-in',
  styleUrl: './sign-in.css',
  templateUrl: './sign-in.html',
})
export class SignIn {
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);

  protected readonly texts = SIGN_IN_TEXTS;
  protected readonly failure = signal<SignInFailure>({});
  protected readonly form = form(
    signal({ email: '', password: '' }),
    (path) => {
      required(path.email, { message: this.texts.emailMissing });
      email(path.email, { message: this.texts.emailInvalid });
      required(path.password, { message: this.texts.passwordMissing });
    },
    {
      submission: {
        action: () => this.signIn(),
        onInvalid: () => this.focus(this.form.email().invalid() ? 'email' : 'password'),
      },
    },
  );

  protected errorOf(field: 'email' | 'password'): string {
    const { touched, errors } = this.form[field]();
    return (touched() && errors()[0]?.message) || this.failure()[field] || '';
  }

  private async signIn(): Promise<void> {
    this.failure.set({});
    try {
      await this.session.signIn(this.form().value());
    } catch (error) {
      this.failure.set(signInFailure(error));
      this.form.password().reset('');
      this.focus(this.failure().email ? 'email' : 'password');
      return;
    }
    // In place of this page, so that Back does not lead to it again.
    await this.router.navigateByUrl(runInInjectionContext(this.injector, returnUrl), {
      replaceUrl: true,
    });
  }

  private focus(field: 'email' | 'password'): void {
    this.form[field]().focusBoundControl();
  }
}
