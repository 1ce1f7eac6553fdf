import { JsonPipe } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { SessionError, SessionService } from 'ng-session';

import { EmptyState } from '../../layout/empty-state';
import { sessionErrorWords } from '../../server/session-error-words';
import { StoreState } from '../../store/store-state';
import { StoreSwitcher } from '../../store/store-switcher';
import { StoredRaw } from '../../store/stored-raw';
import { DATA_EXAMPLES } from './data-examples';

/** A playground for what an app keeps as long as the session lives. */
@Component({
  selector: 'demo-data',
  imports: [
    EmptyState,
    FormField,
    JsonPipe,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    StoreState,
    StoreSwitcher,
    StoredRaw,
  ],
  templateUrl: './data.html',
  styleUrl: './data.scss',
})
export class Data {
  protected readonly session = inject(SessionService);
  protected readonly examples = DATA_EXAMPLES;

  protected readonly entry = signal<{ path: string; value: string }>({
    path: DATA_EXAMPLES[0].path,
    value: DATA_EXAMPLES[0].value,
  });
  protected readonly form = form(this.entry);
  protected readonly outcome = signal('');
  protected readonly error = signal<{ code: string; words: string } | null>(null);

  protected put(): void {
    const { path, value } = this.entry();
    this.#attempt(() => {
      this.session.set(path, JSON.parse(value));
      return `Put ${value} at ${path}.`;
    });
  }

  protected get(): void {
    const { path } = this.entry();
    this.#attempt(() => {
      const found: unknown = this.session.get(path);
      return found === undefined
        ? `There is nothing at ${path}.`
        : `At ${path} is ${JSON.stringify(found)}.`;
    });
  }

  protected forget(): void {
    const { path } = this.entry();
    this.#attempt(() => {
      this.session.del(path);
      return `Nothing is at ${path} any more.`;
    });
  }

  #attempt(action: () => string): void {
    this.outcome.set('');
    this.error.set(null);
    try {
      this.outcome.set(action());
    } catch (error) {
      if (error instanceof SessionError) {
        this.error.set({ code: error.code, words: sessionErrorWords(error) });
      } else if (error instanceof SyntaxError) {
        this.error.set({
          code: 'invalid-json',
          words: 'The value is not JSON. Text needs quotes.',
        });
      } else {
        throw error;
      }
    }
  }
}
