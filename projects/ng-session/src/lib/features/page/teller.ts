import { effect, inject, untracked } from '@angular/core';
import type { SessionEvent } from '../../session/session-event';
import { SessionState } from '../../session/session-state';

/** Tells events of the session, in an injection context; those of the start wait until the app can listen. */
export function injectTeller(): (event: SessionEvent) => void {
  const { events } = inject(SessionState);
  let early: SessionEvent[] | null = [];
  // It runs when the app has been made.
  effect(() => {
    untracked(() => {
      const waiting = early ?? [];
      early = null;
      for (const event of waiting) events.next(event);
    });
  });
  return (event) => {
    if (early) early.push(event);
    else events.next(event);
  };
}
