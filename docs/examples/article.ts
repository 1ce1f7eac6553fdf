import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { FlashMessages } from 'ng-session';

// #region article
@Component({
  selector: 'shop-article',
  imports: [FormField, FormRoot],
  template: `
    <form [formRoot]="form">
      <label>Title <input [formField]="form.title" /></label>
      <label>Password <input type="password" [formField]="form.password" /></label>
      <button type="submit">Preview</button>
    </form>
  `,
})
export class Article {
  readonly #flash = inject(FlashMessages);
  readonly #router = inject(Router);

  protected readonly form = form(signal({ title: this.#flash.old('title', ''), password: '' }), {
    submission: { action: () => this.#preview() },
  });

  async #preview(): Promise<void> {
    // The title travels; the password does not.
    this.#flash.flashAll(this.form);
    await this.#router.navigateByUrl('/preview');
  }
}
// #endregion article
