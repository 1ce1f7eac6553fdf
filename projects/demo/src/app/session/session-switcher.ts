import { Component, DOCUMENT, inject } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

import { type SessionSettings, readSessionSettings, saveSessionSettings } from './session-settings';

interface Choice {
  readonly key: keyof SessionSettings;
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint: string;
  }[];
}

const USE: Choice = {
  key: 'use',
  label: 'Session by',
  options: [
    { value: 'cookie', label: 'cookie', hint: 'With each request' },
    { value: 'token', label: 'token', hint: 'With each request' },
  ],
};

const TOKENS: Choice = {
  key: 'tokens',
  label: 'Token in',
  options: [
    { value: 'memory', label: 'memory', hint: 'Gone with the page' },
    { value: 'session', label: 'sessionStorage', hint: 'Scripts of this tab read it' },
    { value: 'local', label: 'localStorage', hint: 'Scripts of all tabs read it' },
  ],
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
  readonly #settings = readSessionSettings();
  protected readonly choices = (this.#settings.use === 'token' ? [USE, TOKENS] : [USE]).map(
    (choice) => {
      const chosen = this.#settings[choice.key];
      return {
        ...choice,
        chosen,
        hint: choice.options.find(({ value }) => value === chosen)?.hint,
      };
    },
  );

  protected choose(key: keyof SessionSettings, value: string): void {
    saveSessionSettings({ ...this.#settings, [key]: value });
    // Without the query: what it says of the session would win over what was saved.
    this.#location.assign(this.#location.pathname);
  }
}
