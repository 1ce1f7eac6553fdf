import type { Request } from 'express';

import { createXsrfToken } from '../security/create-xsrf-token.ts';
import { carriedData } from './carried-data.ts';
import type { SqliteSessionStore } from './sqlite-session-store.ts';

/**
 * Signs a user in, under a new session id: an id that somebody has planted or seen is worth nothing.
 *
 * Resolves when the session is stored, so that the browser's next request finds it.
 */
export async function startSession(
  request: Request,
  store: SqliteSessionStore,
  userId: number,
): Promise<void> {
  // Read again: while the password was verified, other requests may have changed or ended it.
  const data = carriedData(store.find(request.sessionID), userId);
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(error) : resolve()));
  });
  request.session.userId = userId;
  request.session.xsrfToken = createXsrfToken();
  if (data !== undefined) request.session.data = data;
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
}
