import { HttpError } from '../http/http-error.ts';
import type { JsonObject } from '../json.ts';

/** The key under which an app notes whose its data is, without saying who. */
const OWNER = '$owner';

/**
 * Refuses data of somebody else than the one whose data is there. The last change of a tab that is closed
 * goes with the cookie of whoever has signed in meanwhile: nobody but the server can tell.
 */
export function refuseForeignData(
  before: Readonly<Record<string, unknown>>,
  next: JsonObject,
): void {
  const [owner, nextOwner] = [before[OWNER], next[OWNER]];
  if (owner === undefined || nextOwner === undefined || owner === nextOwner) return;
  throw new HttpError(409, 'The session data here belongs to somebody else.');
}
