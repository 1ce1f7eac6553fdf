import type { Request } from 'express';

import { HttpError } from '../http/http-error.ts';
import type { JsonObject } from '../json.ts';
import { sessionOf } from './request-session.ts';

/** The key under which an app notes whose its data is, without saying who. */
const OWNER = '$owner';

/**
 * Refuses data of somebody else than the one whose session it is for. The last change of a tab that is closed goes
 * with the cookie of whoever is here by then: nobody but the server can tell.
 */
export function refuseForeignData(request: Request, next: JsonObject): void {
  const isNobody = sessionOf(request).user === null;
  if (isForeign({ isNobody, before: request.session.data, next })) {
    throw new HttpError(409, 'The session data here belongs to somebody else.');
  }
}

interface Data {
  /** Whether nobody is signed in: then no data has an owner. */
  readonly isNobody: boolean;
  readonly before: Readonly<Record<string, unknown>>;
  readonly next: JsonObject;
}

export function isForeign({ isNobody, before, next }: Data): boolean {
  const [owner, nextOwner] = [before[OWNER], next[OWNER]];
  if (nextOwner === undefined) return false;
  return isNobody || (owner !== undefined && owner !== nextOwner);
}
