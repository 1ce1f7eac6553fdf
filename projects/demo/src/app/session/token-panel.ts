import { JsonPipe } from '@angular/common';
import { Component, Injector, inject, runInInjectionContext, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TokenSession } from 'ng-session';

import { EmptyState } from '../layout/empty-state';
import { describeError } from '../server/describe-error';
import { renewToken } from './renew-token';
import { TokenExpiry } from './token-expiry';

/** What the token says and for how long; the token itself is shown to nobody. */
@Component({
  selector: 'demo-token-panel',
  imports: [EmptyState, JsonPipe, MatButton, TokenExpiry],
  templateUrl: './token-panel.html',
  styleUrl: './token-panel.scss',
})
export class TokenPanel {
  readonly #injector = inject(Injector);
  protected readonly tokens = inject(TokenSession);
  protected readonly outcome = signal('');

  protected renew(): Promise<void> {
    return this.#report('Renewed.', async () => {
      const token = await runInInjectionContext(this.#injector, renewToken);
      await this.tokens.authenticate(token);
    });
  }

  protected forget(): Promise<void> {
    return this.#report('Forgotten here. The server was not told.', () =>
      this.tokens.unauthenticate(),
    );
  }

  async #report(outcome: string, action: () => Promise<unknown>): Promise<void> {
    this.outcome.set('');
    try {
      await action();
      this.outcome.set(outcome);
    } catch (error) {
      this.outcome.set(describeError(error));
    }
  }
}
