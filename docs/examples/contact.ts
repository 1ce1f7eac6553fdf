import { HttpClient } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { FlashMessages, InputError } from 'ng-session';
import { firstValueFrom } from 'rxjs';

// #region contact
@Component({
  selector: 'shop-contact',
  imports: [InputError, ReactiveFormsModule],
  templateUrl: './contact.html',
})
export class Contact {
  readonly #flash = inject(FlashMessages);
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);

  protected readonly form = inject(NonNullableFormBuilder).group({
    email: this.#flash.old('email', ''),
    text: this.#flash.old('text', ''),
  });

  protected async send(): Promise<void> {
    try {
      await firstValueFrom(this.#http.post('/api/contact', this.form.value));
    } catch (error) {
      if (!this.#flash.flashValidationErrors(error, this.form)) throw error;
      // To the page that is shown already: it stays as it is, and the messages become readable.
      await this.#router.navigateByUrl(this.#router.url);
      return;
    }
    this.#flash.flash('notification', { type: 'success', message: 'Thank you. We will answer.' });
    await this.#router.navigateByUrl('/');
  }
}
// #endregion contact
