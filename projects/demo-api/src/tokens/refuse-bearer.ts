import type { RequestHandler } from 'express';
import { HttpError } from 'ng-session-express';

import { bearerOf } from './bearer-of.ts';

/** Keeps whoever comes with a token away from the routes of sessions: these would begin one. */
export const refuseBearer: RequestHandler = ({ headers }, response, next) => {
  if (bearerOf(headers) === null) return next();
  response.set('Cache-Control', 'no-store');
  throw new HttpError(404, 'This route is for sessions. With a token, use those of /api/token.');
};
