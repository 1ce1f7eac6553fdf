import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';

import { type CacheMode, readCacheMode, saveCacheMode } from './cache-mode';

const RULES: readonly { mode: CacheMode; label: string; meaning: string }[] = [
  { mode: 'false', label: 'false', meaning: 'Every navigation asks the server who is signed in.' },
  { mode: 'true', label: 'true', meaning: 'The server is asked once; navigations ask no more.' },
  {
    mode: '1m',
    label: "'1m'",
    meaning: 'A navigation asks again when the answer is a minute old.',
  },
];

/** Chooses the cache rule; the library reads it at start-up, so the page starts again with it. */
@Component({
  selector: 'demo-cache-switcher',
  imports: [MatButtonToggle, MatButtonToggleGroup],
  template: `
    <span id="cache-label" class="label">Cache rule</span>
    <mat-button-toggle-group
      hideSingleSelectionIndicator
      aria-labelledby="cache-label"
      aria-describedby="cache-meaning"
      data-testid="cache-switcher"
      [value]="mode()"
      (change)="choose($event.value)"
    >
      @for (rule of rules; track rule.mode) {
        <mat-button-toggle [value]="rule.mode" [attr.data-testid]="'cache-' + rule.mode">
          <code>{{ rule.label }}</code>
        </mat-button-toggle>
      }
    </mat-button-toggle-group>
    <p id="cache-meaning" class="meaning" data-testid="cache-meaning">
      {{ meaning() }} The rule is fixed when the app starts, so choosing another one reloads the
      page.
    </p>
  `,
  styleUrl: './cache-switcher.scss',
})
export class CacheSwitcher {
  readonly #location = inject(DOCUMENT).location;
  protected readonly rules = RULES;
  protected readonly mode = signal(readCacheMode());
  protected readonly meaning = computed(
    () => RULES.find(({ mode }) => mode === this.mode())?.meaning,
  );

  protected choose(mode: CacheMode): void {
    saveCacheMode(mode);
    this.mode.set(mode);
    this.#location.reload();
  }
}
