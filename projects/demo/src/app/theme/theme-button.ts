import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';

import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { Theme } from './theme';
import { THEME_MODES, type ThemeMode } from './theme-mode';

const ICONS: Record<ThemeMode, IconName> = { system: 'system', light: 'sun', dark: 'moon' };
const LABELS: Record<ThemeMode, string> = {
  system: 'like the system',
  light: 'light',
  dark: 'dark',
};

/** Goes through the themes, one a click. */
@Component({
  selector: 'demo-theme-button',
  imports: [Icon, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      [attr.aria-label]="label()"
      [title]="label()"
      data-testid="theme-button"
      (click)="next()"
    >
      <demo-icon [name]="icon()" />
    </button>
  `,
})
export class ThemeButton {
  readonly #theme = inject(Theme);
  protected readonly icon = computed(() => ICONS[this.#theme.mode()]);
  protected readonly label = computed(() => `Theme: ${LABELS[this.#theme.mode()]}`);

  protected next(): void {
    const next = THEME_MODES.indexOf(this.#theme.mode()) + 1;
    this.#theme.choose(THEME_MODES[next % THEME_MODES.length] ?? 'system');
  }
}
