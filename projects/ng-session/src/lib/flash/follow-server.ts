import { inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isPlainObject } from '../config/is-plain-object';
import { SessionData } from '../data/session-data';
import type { SessionPath } from '../data/session-path';
import { SessionState } from '../session/session-state';
import type { FlashPages } from './flash-pages';
import type { FlashBag } from './flash-values';
import { keepable } from './keepable';

const IN_USER: SessionPath = ['user', 'flash'];

/**
 * Takes the `flash` of the server's answers out of the user and over into the messages: of the page
 * that the answer was asked for, or else of the next one, such as that after a sign-in.
 */
export function followServer(pages: FlashPages): void {
  const state = inject(SessionState);
  const data = inject(SessionData);
  let found: FlashBag | null = null;

  state.unpack = (body, isCurrent) => {
    if (!isPlainObject(body) || !isPlainObject(body['flash'])) return body;
    const { flash, ...user } = body;
    // Of an answer that has come too late nobody knows whom it was for.
    if (isCurrent) found = keepable(flash) as FlashBag;
    return user;
  };
  // After the answer is known: what it says of somebody else ends with what they have left behind.
  state.changes.pipe(takeUntilDestroyed()).subscribe(() => {
    const messages = found;
    found = null;
    pages.receive(messages);
  });

  // An answer that came before anybody asked for messages has left them with the user.
  const left = untracked(() => data.get(IN_USER));
  if (!isPlainObject(left)) return;
  data.forget(IN_USER);
  pages.receive(keepable(left) as FlashBag);
}
