import { Component, inject } from '@angular/core';
import { SessionService } from 'ng-session';

import { StateFlag } from '../layout/state-flag';
import { sessionErrorWords } from '../server/session-error-words';

/** What the session data says of itself. */
@Component({
  selector: 'demo-store-state',
  imports: [StateFlag],
  template: `
    <dl class="facts">
      <div class="fact">
        <dt>sessionId</dt>
        <dd data-testid="store-session-id">
          <code>{{ data.sessionId() }}</code>
        </dd>
      </div>
      <div class="fact">
        <dt>fresh</dt>
        <dd><demo-state-flag [value]="data.fresh()" data-testid="store-fresh" /></dd>
      </div>
      <div class="fact">
        <dt>hasBeenModified</dt>
        <dd>
          <demo-state-flag [value]="data.hasBeenModified()" data-testid="store-has-been-modified" />
        </dd>
      </div>
      <div class="fact">
        <dt>isEmpty</dt>
        <dd><demo-state-flag [value]="data.isEmpty()" data-testid="store-is-empty" /></dd>
      </div>
    </dl>
    <div role="alert">
      @if (session.error(); as error) {
        <p class="error-text" data-testid="store-error">
          <code>{{ error.code }}</code> {{ words(error) }}
        </p>
      }
    </div>
  `,
  styleUrl: './store-state.scss',
})
export class StoreState {
  protected readonly session = inject(SessionService);
  protected readonly data = this.session.data;
  protected readonly words = sessionErrorWords;
}
