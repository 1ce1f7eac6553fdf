import { DOCUMENT, Service, computed, effect, inject } from '@angular/core';
import { SessionData } from 'ng-session';

import { THEME_MODES, type ThemeMode } from './theme-mode';

/**
 * The theme, which lives in the session data, and with them ends at the sign-out; the colours
 * themselves are in styles.scss.
 *
 * A store that answers at once, such as localStorage or a cookie, has answered before anything is
 * drawn. With one that has to be waited for, the page begins as the system has it.
 */
@Service()
export class Theme {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #data = inject(SessionData);
  readonly #kept = this.#data.select('theme');

  /** What is kept may be anything: the page "Session data" lets everybody put it there. */
  readonly mode = computed(() => THEME_MODES.find((mode) => mode === this.#kept()) ?? 'system');

  constructor() {
    effect(() => {
      this.#root.dataset['theme'] = this.mode();
    });
  }

  choose(mode: ThemeMode): void {
    if (mode === 'system') this.#data.forget('theme');
    else this.#data.put('theme', mode);
  }
}
