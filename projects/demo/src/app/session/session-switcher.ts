import { Component, DOCUMENT, inject } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

import {
  type SessionSettings,
  type TokenStorageName,
  readSessionSettings,
  saveSessionSettings,
} from './session-settings';

const MEANINGS: Readonly<Record<TokenStorageName, string>> = {
  memory: 'Gone with the page',
  session: 'Scripts of this tab read it',
  local: 'Scripts of all tabs read it',
};

/** Chooses what keeps the session; the library reads it at start-up, so the page starts again with it. */
@Component({
  selector: 'demo-session-switcher',
  imports: [MatFormField, MatHint, MatInput, MatLabel],
  templateUrl: './session-switcher.html',
  styleUrl: './session-switcher.scss',
})
export class SessionSwitcher {
  readonly #location = inject(DOCUMENT).location;
  protected readonly meanings = MEANINGS;
  protected readonly settings = readSessionSettings();

  protected choose(change: { readonly [Key in keyof SessionSettings]?: string }): void {
    saveSessionSettings({ ...this.settings, ...change } as SessionSettings);
    // Without the query: what it says of the session would win over what was saved.
    this.#location.assign(this.#location.pathname);
  }
}
