import type { RequestHandler, Response } from 'express';

import type { SqliteSessionStore } from './sqlite-session-store.ts';

/**
 * Keeps the cookie of a destroyed session out of late answers.
 *
 * A request that began before a sign-in and ends after it still holds the old id; its rolling cookie
 * would replace the new one in the browser and sign the user out.
 */
export function forgetDestroyedSession(store: SqliteSessionStore): RequestHandler {
  return (request, response, next) => {
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
    // Runs before the one of express-session, which sends no cookie where there is no session.
    response.writeHead = (...args: unknown[]) => {
      if (!isAlive(store, request.sessionID)) Reflect.deleteProperty(request, 'session');
      return writeHead(...args);
    };
    next();
  };
}

function isAlive(store: SqliteSessionStore, id: string): boolean {
  try {
    return !store.isDestroyed(id);
  } catch {
    // An answer without a cookie is safe; a throw in here would leave the client without an answer.
    return false;
  }
}
