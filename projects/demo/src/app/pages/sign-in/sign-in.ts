import { Component, Injector, inject, runInInjectionContext, signal } from '@angular/core';
import {
  FormField,
  FormRoot,
  type TreeValidationResult,
  email,
  form,
  required,
} from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardContent } from '@angular/material/card';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { SessionService, returnUrl } from 'ng-session';

import { fieldErrors } from '../../forms/field-errors';
import { focusFirstError } from '../../forms/focus-first-error';
import { describeError } from '../../server/describe-error';
import { readSessionSettings } from '../../session/session-settings';
import { DemoAccounts } from './demo-accounts';

@Component({
  selector: 'demo-sign-in',
  imports: [
    DemoAccounts,
    FormField,
    FormRoot,
    MatButton,
    MatCard,
    MatCardContent,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
  ],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  readonly #session = inject(SessionService);
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);

  protected readonly use = readSessionSettings().use;
  protected readonly failure = signal('');
  protected readonly credentials = signal({ email: '', password: '' });
  protected readonly form = form(
    this.credentials,
    (path) => {
      required(path.email, { message: 'Enter your email address.' });
      email(path.email, { message: 'Enter an address such as name@example.com.' });
      required(path.password, { message: 'Enter your password.' });
    },
    { submission: { action: () => this.#signIn(), onInvalid: focusFirstError } },
  );

  async #signIn(): Promise<TreeValidationResult> {
    this.failure.set('');
    try {
      await this.#session.signIn(this.credentials());
    } catch (error) {
      const { email, password } = this.form;
      const errors = fieldErrors(error, { email, password });
      if (errors.length === 0) this.failure.set(describeError(error));
      return errors;
    }
    // In place of the sign-in page, to which Back would lead in a circle.
    await this.#router.navigateByUrl(runInInjectionContext(this.#injector, returnUrl), {
      replaceUrl: true,
    });
    return undefined;
  }
}
