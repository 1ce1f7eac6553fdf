import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import {
  FormField,
  FormRoot,
  type TreeValidationResult,
  form,
  maxLength,
  required,
} from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardContent } from '@angular/material/card';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { SessionService } from 'ng-session';
import { firstValueFrom } from 'rxjs';

import { fieldErrors } from '../../forms/field-errors';
import { focusFirstError } from '../../forms/focus-first-error';
import { describeError } from '../../server/describe-error';

const MAX_NAME = 100;

/** Changes the name at the server, then has the session fetch the user again. */
@Component({
  selector: 'demo-profile',
  imports: [
    FormField,
    FormRoot,
    MatButton,
    MatCard,
    MatCardContent,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  templateUrl: './profile.html',
  styleUrl: './profile.scss',
})
export class Profile {
  readonly #http = inject(HttpClient);
  protected readonly session = inject(SessionService);

  protected readonly failure = signal('');
  protected readonly saved = signal(false);
  protected readonly profile = signal({ name: this.session.user('name') ?? '' });
  protected readonly form = form(
    this.profile,
    (path) => {
      required(path.name, { message: 'Enter your name.' });
      maxLength(path.name, MAX_NAME, { message: `Use up to ${MAX_NAME} characters.` });
    },
    { submission: { action: () => this.#save(), onInvalid: focusFirstError } },
  );

  async #save(): Promise<TreeValidationResult> {
    this.saved.set(false);
    this.failure.set('');
    try {
      await firstValueFrom(this.#http.patch(`${DEMO_API_URL}/api/users/me`, this.profile()));
      await this.session.reload();
    } catch (error) {
      const errors = fieldErrors(error, { name: this.form.name });
      if (errors.length === 0) this.failure.set(describeError(error));
      return errors;
    }
    this.saved.set(true);
    return undefined;
  }
}
