import { DatePipe, JsonPipe } from '@angular/common';
import type { HttpResponse } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatCard,
  MatCardActions,
  MatCardContent,
  MatCardHeader,
  MatCardTitle,
} from '@angular/material/card';
import { SessionService } from 'ng-session';

import { describeError } from '../../server/describe-error';
import { sessionErrorWords } from '../../server/session-error-words';
import { StateFlag } from '../../layout/state-flag';

/** Every signal of the session, and the two ways to ask the server again. */
@Component({
  selector: 'demo-session-state',
  imports: [
    DatePipe,
    JsonPipe,
    MatButton,
    MatCard,
    MatCardActions,
    MatCardContent,
    MatCardHeader,
    MatCardTitle,
    StateFlag,
  ],
  templateUrl: './session-state.html',
  styleUrl: './session-state.scss',
})
export class SessionState {
  protected readonly session = inject(SessionService);
  protected readonly words = sessionErrorWords;
  protected readonly outcome = signal('');

  protected update(): Promise<void> {
    return this.#report('update()', this.session.update());
  }

  protected reload(): Promise<void> {
    return this.#report('reload()', this.session.reload());
  }

  async #report(call: string, answer: Promise<HttpResponse<unknown>>): Promise<void> {
    try {
      const { status } = await answer;
      this.outcome.set(`${call} resolved with ${status}.`);
    } catch (error) {
      this.outcome.set(`${call} rejected: ${describeError(error)}`);
    }
  }
}
