import { DOCUMENT, Service, effect, inject, signal } from '@angular/core';

import { setting } from '../settings/setting';

export const THEME_MODES = ['system', 'light', 'dark'] as const;
export type ThemeMode = (typeof THEME_MODES)[number];

const saved = setting('theme');

/** Light, dark, or what the system asks for; the colours themselves are in styles.scss. */
@Service()
export class Theme {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly mode = signal(THEME_MODES.find((mode) => mode === saved.read()) ?? 'system');

  constructor() {
    effect(() => {
      this.#root.dataset['theme'] = this.mode();
      saved.write(this.mode());
    });
  }
}
