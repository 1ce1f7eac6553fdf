import { promisify } from 'node:util';

import type { Request, Response } from 'express';

import { sessionOf } from './request-session.ts';

/** Signs out: ends the session of a request, for good, and takes the cookie away. */
export async function endSession(request: Request, response: Response): Promise<void> {
  const { options, version } = sessionOf(request);
  const session = request.session as Request['session'] | undefined;
  const { name, path, httpOnly, sameSite, secure } = options.cookie;
  // What was never stored is not there to be ended.
  if (session !== undefined && version !== null) await promisify(session.destroy.bind(session))();
  else Reflect.deleteProperty(request, 'session');
  response.clearCookie(name, { path, httpOnly, sameSite, secure });
}
