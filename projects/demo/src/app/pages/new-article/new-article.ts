import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardContent } from '@angular/material/card';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { FlashMessages, InputError } from 'ng-session';
import { firstValueFrom } from 'rxjs';

import { flashErrorMatcher } from '../../forms/flash-error-matcher';
import { describeError } from '../../server/describe-error';

interface Article {
  readonly title: string;
  readonly body: string;
}

/**
 * A form as servers have it: what is wrong, what was typed, and what went well are flashed, and shown
 * by the page to which the navigation after it leads.
 */
@Component({
  selector: 'demo-new-article',
  imports: [
    FormField,
    FormRoot,
    InputError,
    MatButton,
    MatCard,
    MatCardContent,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    RouterLink,
  ],
  templateUrl: './new-article.html',
  styleUrl: './new-article.scss',
})
export class NewArticle {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #flash = inject(FlashMessages);

  readonly #old = computed(() => ({ title: this.#oldText('title'), body: this.#oldText('body') }), {
    equal: (a, b) => a.title === b.title && a.body === b.body,
  });
  protected readonly article = linkedSignal<Article>(this.#old);
  protected readonly form = form(this.article, { submission: { action: () => this.#publish() } });
  protected readonly failure = signal('');
  protected readonly wrong = {
    title: flashErrorMatcher(this.#flash, 'title'),
    body: flashErrorMatcher(this.#flash, 'body'),
  };

  async #publish(): Promise<void> {
    this.failure.set('');
    const article = this.article();
    try {
      await firstValueFrom(this.#http.post(`${DEMO_API_URL}/api/articles`, article));
    } catch (error) {
      const isInvalid = this.#flash.flashValidationErrors(error, this.form);
      if (isInvalid) await this.#router.navigateByUrl('/articles/new');
      else this.failure.set(describeError(error));
      return;
    }
    const message = `“${article.title.trim()}” is published.`;
    this.#flash.flash('notification', { type: 'success', message });
    await this.#router.navigateByUrl('/editor');
  }

  /** What was typed before, which a store may have kept: it is looked at before it is believed. */
  #oldText(field: keyof Article): string {
    const old = this.#flash.old(field, '');
    return typeof old === 'string' ? old : '';
  }
}
