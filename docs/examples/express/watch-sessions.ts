import type { NgSession } from 'ng-session-express';

/** Counts, and keeps no id: one is as good as a key. */
export function watchSessions(session: NgSession, count: (name: string) => void): void {
  // #region events
  session.events.on('session:initiated', () => count('begun'));
  session.events.on('session:committed', () => count('changed'));
  session.events.on('session:migrated', () => count('signed in, or under a new id'));
  // #endregion events
}
