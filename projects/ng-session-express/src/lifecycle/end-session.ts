import { promisify } from 'node:util';

import type { Request, Response } from 'express';

import { sessionOf } from './request-session.ts';

/**
 * Signs out: ends the session of a request, for good, and takes the cookie away. Where it has ended while the
 * request was under way, the cookie stays: it may be that of a new sign-in by now.
 */
export async function endSession(request: Request, response: Response): Promise<void> {
  const { options, store, version } = sessionOf(request);
  const session = request.session as Request['session'] | undefined;
  const { name, path, httpOnly, sameSite, secure } = options.cookie;
  const hasEnded = version !== null && (await store.isDestroyed(request.sessionID));
  // What was never stored is not there to be ended.
  if (session !== undefined && version !== null && !hasEnded) {
    await promisify(session.destroy.bind(session))();
  } else {
    Reflect.deleteProperty(request, 'session');
  }
  if (!hasEnded) response.clearCookie(name, { path, httpOnly, sameSite, secure });
}
