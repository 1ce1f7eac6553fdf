import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';
import { SessionError } from '../../config/session-error';
import { isTooSoon, retryAfter } from '../../session/retry-after';
import { openTokenStorage } from './open-token-storage';
import { TOKEN_OPTIONS } from './resolve-tokens';

declare const ngDevMode: boolean | undefined;

/** Milliseconds before a refresh that failed may be tried again, each time after twice as long. */
const FIRST = 1000;
const LONGEST = 60_000;

/** Keeps a server that is not well, or out of reach, from being asked by each request. */
export interface RefreshPause {
  /** @throws What went wrong the last time, while it is too soon for the next. */
  check(): void;
  /** Begins a pause, after a failure that may pass. */
  begin(failure: unknown): void;
  /** Ends it: the server has answered, or there is news that can not wait. */
  end(): void;
}

/**
 * Milliseconds to wait after so many failures in a row: by half at the least, as not all are to come back at
 * once, and for as long as the server wants it.
 */
export function pauseAfter(
  failure: unknown,
  failures: number,
  now: number,
  random = Math.random(),
): number {
  const own = Math.min(FIRST * 2 ** (failures - 1), LONGEST) * (1 - random / 2);
  return Math.max(own, retryAfter(failure, now, random));
}

/** Makes the pause of an application, in an injection context; in `local` all tabs keep it. */
export function injectRefreshPause(): RefreshPause {
  const { storage, name } = inject(TOKEN_OPTIONS);
  const window = inject(DOCUMENT).defaultView;
  const shared =
    storage === 'local' ? openTokenStorage({ storage, name: `${name}.retry-at` }, window) : null;
  let failures = 0;
  let retryAt = 0;
  let last: unknown;
  const keep = (time: number): void => {
    retryAt = time;
    void ignoreFailure(() => (time ? shared?.set(String(time)) : shared?.remove()));
  };
  const end = (): void => {
    failures = 0;
    if (retryAt || Number(ignoreFailure(() => shared?.get()))) keep(0);
  };
  if (window) {
    // Before the token is looked at because of that.
    fromEvent(window, 'online')
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        const now = Date.now();
        // What the server itself has asked for holds all the same; that of another tab, it ends itself.
        if (isTooSoon(retryAt, now) && !retryAfter(last, now)) end();
      });
  }
  return {
    check: () => {
      const now = Date.now();
      if (isTooSoon(retryAt, now)) throw last;
      const theirs = Number(ignoreFailure(() => shared?.get()) ?? 0);
      if (isTooSoon(theirs, now)) throw tooSoon();
    },
    begin: (failure) => {
      const now = Date.now();
      last = failure;
      keep(now + pauseAfter(failure, ++failures, now));
    },
    end,
  };
}

/** What a blocked storage has to say, the token has told already; each tab keeps its own pause then. */
function ignoreFailure<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

function tooSoon(): SessionError {
  return new SessionError(
    'network',
    ngDevMode && 'a refresh in another tab has just failed; it is tried again in a while.',
  );
}
