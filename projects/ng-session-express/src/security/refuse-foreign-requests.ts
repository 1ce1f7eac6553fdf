import type { RequestHandler } from 'express';

import { HttpError } from '../http/http-error.ts';
import { isMutating } from '../http/is-mutating.ts';
import { isJsonOrEmpty } from './is-json-or-empty.ts';
import { isTrustedSource } from './is-trusted-source.ts';

/** Refuses what other sites can make a browser send: posts from elsewhere, and posts of forms. */
export function refuseForeignRequests(origins: readonly string[]): RequestHandler {
  return ({ method, headers }, _response, next) => {
    if (!isMutating(method)) return next();
    const fetchSite = headers['sec-fetch-site'];
    const source = {
      origin: headers.origin,
      fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
    };
    if (!isTrustedSource(source, origins)) {
      throw new HttpError(403, 'Requests from this origin are not allowed.');
    }
    const body = {
      type: headers['content-type'],
      length: headers['content-length'],
      transferEncoding: headers['transfer-encoding'],
    };
    if (!isJsonOrEmpty(body)) throw new HttpError(403, 'The body must be application/json.');
    next();
  };
}
