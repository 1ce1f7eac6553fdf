import type { Application, Request, RequestHandler } from 'express';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import { SessionError } from '../session-error.ts';

/** Looks once at what only the first request can tell, and refuses or tells what can not work. */
export function checkDeployment({
  cookie,
  log,
}: Pick<ResolvedOptions, 'cookie' | 'log'>): RequestHandler {
  let isChecked = false;
  let isToldOfHttp = !cookie.secure;
  return (request: Request, _response, next) => {
    if (!isChecked && trustsEverybody(request.app)) {
      throw new SessionError(
        'invalid-config',
        "app.set('trust proxy') lets each client name its own address, so that no limit of " +
          'sign-ins holds. Give the number of proxies, or their addresses.',
      );
    }
    isChecked = true;
    if (!isToldOfHttp && !request.secure) {
      isToldOfHttp = true;
      log(
        'ng-session-express: this request is not HTTPS, so that no session cookie is sent. Behind a ' +
          "proxy, set app.set('trust proxy', 1).",
      );
    }
    next();
  };
}

/** An address that is no proxy of anybody, behind more proxies than there are. */
const STRANGER = ['203.0.113.1', 1000] as const;

/** Asks the function that Express makes of the setting, whatever was set. */
function trustsEverybody(app: Application): boolean {
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return trusts(...STRANGER);
}
