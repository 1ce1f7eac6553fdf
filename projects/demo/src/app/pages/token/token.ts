import { Component } from '@angular/core';

import { EmptyState } from '../../layout/empty-state';
import { readSessionSettings } from '../../session/session-settings';
import { SessionSwitcher } from '../../session/session-switcher';
import { TokenPanel } from '../../session/token-panel';

/** What keeps the session, and what the token says where it is one. */
@Component({
  selector: 'demo-token',
  imports: [EmptyState, SessionSwitcher, TokenPanel],
  templateUrl: './token.html',
  styleUrl: './token.scss',
})
export class Token {
  protected readonly isByToken = readSessionSettings().use === 'token';
}
