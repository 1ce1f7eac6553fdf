import { JsonPipe } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TokenSession } from 'ng-session';

import { EmptyState } from '../layout/empty-state';
import { describeError } from '../server/describe-error';
import { TokenExpiry } from './token-expiry';

/** What the token says and for how long; the token itself is shown to nobody. */
@Component({
  selector: 'demo-token-panel',
  imports: [EmptyState, JsonPipe, MatButton, TokenExpiry],
  templateUrl: './token-panel.html',
  styleUrl: './token-panel.scss',
})
export class TokenPanel {
  protected readonly tokens = inject(TokenSession);
  protected readonly outcome = signal('');

  protected renew(): Promise<void> {
    return this.#report(async () =>
      (await this.tokens.refresh()) ? 'Renewed.' : 'There is no session to renew. Sign in.',
    );
  }

  protected forget(): Promise<void> {
    return this.#report(async () => {
      await this.tokens.unauthenticate();
      return 'Forgotten here. The server was not told.';
    });
  }

  async #report(action: () => Promise<string>): Promise<void> {
    this.outcome.set('');
    try {
      this.outcome.set(await action());
    } catch (error) {
      this.outcome.set(describeError(error));
    }
  }
}
