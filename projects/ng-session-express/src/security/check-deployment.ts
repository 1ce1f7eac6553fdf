import type { Request, RequestHandler } from 'express';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import { SessionError } from '../session-error.ts';

/** Looks once at what only the first request can tell, and refuses or tells what can not work. */
export function checkDeployment({
  cookie,
  log,
}: Pick<ResolvedOptions, 'cookie' | 'log'>): RequestHandler {
  let isToldOfHttp = false;
  return (request: Request, _response, next) => {
    if (request.app.get('trust proxy') === true) {
      throw new SessionError(
        'invalid-config',
        "app.set('trust proxy', true) lets each client name its own address, so that no limit of " +
          'sign-ins holds. Give the number of proxies, or their addresses.',
      );
    }
    if (cookie.secure && !request.secure && !isToldOfHttp) {
      isToldOfHttp = true;
      log(
        'ng-session-express: this request is not HTTPS, so that no session cookie is sent. Behind a ' +
          "proxy, set app.set('trust proxy', 1).",
      );
    }
    next();
  };
}
