import type { Request } from 'express';

import { SessionError } from '../session-error.ts';
import { isReadOnly } from './is-read-only.ts';

/**
 * Refuses to store anything in a request that `readOnly()` names: its answer brings no cookie, so that a new
 * session, or a new id, would be lost.
 *
 * @throws SessionError `not-supported`
 */
export function refuseReadOnly(request: Request): void {
  if (!isReadOnly(request)) return;
  throw new SessionError(
    'not-supported',
    'a request that readOnly() names can not change its session, and nothing was stored. Change it in ' +
      'another request, or do not name this one.',
  );
}
