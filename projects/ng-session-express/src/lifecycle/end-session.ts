import type { Request, Response } from 'express';

import { destroySession } from './destroy-session.ts';
import { sessionOf } from './request-session.ts';

/**
 * Signs out: ends the session of a request, for good, also where it has gone on under another id meanwhile,
 * and takes the cookie away. Where it had ended before, the cookie stays: it may be that of a new sign-in
 * by now.
 */
export async function endSession(request: Request, response: Response): Promise<void> {
  const { options, store, version, endedId } = sessionOf(request);
  const { name, path, httpOnly, sameSite, secure } = options.cookie;
  const id = version === null ? endedId : request.sessionID;
  // What was never stored is not there to be ended.
  const isCookieDead = id === null || (await destroySession(store, id));
  Reflect.deleteProperty(request, 'session');
  if (!isCookieDead || response.headersSent) return;
  response.clearCookie(name, { path, httpOnly, sameSite, secure });
}
