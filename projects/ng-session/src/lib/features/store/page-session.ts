import { inject, untracked } from '@angular/core';
import { SESSION_CONFIG } from '../../config/resolve-config';
import type { PageSession } from '../../data/keep/data-keeper';
import { SessionData } from '../../data/session-data';
import { SessionState } from '../../session/session-state';
import { ownerMark } from './owner-mark';

/** The session of this page, as what keeps it reads and writes it. */
export function injectPageSession(): PageSession {
  const data = inject(SessionData);
  const { user } = inject(SessionState);
  const { identity } = inject(SESSION_CONFIG);
  const { replace, id: sessionId, isFresh } = data.kept;
  return {
    readValues: () => untracked(() => data.all()),
    writeValues: replace,
    readId: () => untracked(sessionId),
    writeId: (id) => {
      isFresh.set(id === null);
      if (id === null) data.regenerate();
      else sessionId.set(id);
    },
    owner: () => {
      const known = untracked(user);
      return known ? ownerMark(identity(known) ?? known) : undefined;
    },
  };
}
