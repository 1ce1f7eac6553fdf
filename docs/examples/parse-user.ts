import type { SessionUser } from 'ng-session';

// #region parse
/** Unwraps `{ "user": … }`; throws for what is no user of this shop. */
export function parseUser(body: unknown): SessionUser | null {
  const { user } = body as { user?: Partial<SessionUser> | null };
  if (user === null) return null;
  const { id, name, roles } = user ?? {};
  if (typeof id !== 'number' || typeof name !== 'string' || !Array.isArray(roles)) {
    throw new TypeError('The server sent something that is no user.');
  }
  return { id, name, roles };
}
// #endregion parse
