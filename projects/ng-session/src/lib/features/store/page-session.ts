import { inject, untracked } from '@angular/core';
import { SESSION_CONFIG } from '../../config/resolve-config';
import type { SessionUser } from '../../config/session-user';
import type { PageSession } from '../../data/keep/page-session';
import { SessionData } from '../../data/session-data';
import { SessionState } from '../../session/session-state';
import { ownerMark } from './owner-mark';

/** The session of this page, as what keeps it reads and writes it. */
export function injectPageSession(): PageSession {
  const data = inject(SessionData);
  const { snapshot } = inject(SessionState);
  const { identity } = inject(SESSION_CONFIG);
  const { replace, id: sessionId, isFresh } = data.kept;
  const identify = (user: SessionUser): unknown => {
    try {
      return identity(user) ?? user;
    } catch {
      // The function of the app met a user that it did not expect, who is as good a mark.
      return user;
    }
  };
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
      const { user, status } = untracked(snapshot);
      if (user) return ownerMark(identify(user));
      return status === 'unauthenticated' ? null : undefined;
    },
  };
}
