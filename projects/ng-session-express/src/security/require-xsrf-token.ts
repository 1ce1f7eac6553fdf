import type { RequestHandler } from 'express';

import { HttpError } from '../http/http-error.ts';
import { isMutating } from '../http/is-mutating.ts';
import { isSameToken } from './is-same-token.ts';
import { XSRF_HEADER } from './xsrf-header.ts';

/** Refuses a mutating request in the name of a user that does not know the session's token. */
export const requireXsrfToken: RequestHandler = (request, _response, next) => {
  const { userId, xsrfToken } = request.session;
  if (!isMutating(request.method) || userId === undefined) return next();
  if (isSameToken(xsrfToken, request.get(XSRF_HEADER))) return next();
  throw new HttpError(403, `The ${XSRF_HEADER} header is missing or is not this session's.`);
};
