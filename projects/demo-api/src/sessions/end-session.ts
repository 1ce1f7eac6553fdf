import type { Request, Response } from 'express';

import type { SessionCookie } from './session-cookie.ts';

/** Destroys the session, if there is one, and the cookie. */
export async function endSession(
  request: Request,
  response: Response,
  cookie: SessionCookie,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(error) : resolve()));
  });
  response.clearCookie(cookie.name, cookie.options);
}
