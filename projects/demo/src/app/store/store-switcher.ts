import { Component, DOCUMENT, inject } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';

import { STORE_DESCRIPTIONS } from './store-descriptions';
import {
  type StoreSettings,
  isAvailable,
  readStoreSettings,
  saveStoreSettings,
} from './store-settings';

const AGES = ['10s', '30m', '2h', '30d'];

/** Chooses the store; the library opens it at start-up, so the page starts again with it. */
@Component({
  selector: 'demo-store-switcher',
  imports: [MatCheckbox, MatFormField, MatHint, MatInput, MatLabel, MatRadioButton, MatRadioGroup],
  templateUrl: './store-switcher.html',
  styleUrl: './store-switcher.scss',
})
export class StoreSwitcher {
  readonly #location = inject(DOCUMENT).location;
  protected readonly stores = STORE_DESCRIPTIONS;
  protected readonly settings = readStoreSettings();
  protected readonly isAvailable = isAvailable;
  /** With the one of the address, which may be any. */
  protected readonly ages = [...new Set([...AGES, this.settings.age])];

  protected choose(change: Partial<StoreSettings>): void {
    saveStoreSettings({ ...this.settings, ...change });
    // Without the query: what it says of the store would win over what was saved.
    this.#location.assign(this.#location.pathname);
  }
}
