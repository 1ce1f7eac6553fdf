import type { Request, Response } from 'express';

import { XSRF_HEADER } from './xsrf-header.ts';

/** Tells the app its token; an app of another origin cannot read it from a cookie. */
export function sendXsrfToken(request: Request, response: Response): void {
  const { xsrfToken } = request.session;
  if (xsrfToken !== undefined) response.set(XSRF_HEADER, xsrfToken);
}
