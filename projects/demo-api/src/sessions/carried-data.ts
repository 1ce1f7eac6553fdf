import type { JsonObject } from './json-object.ts';
import type { SessionData } from './session-data.ts';

/**
 * Returns what a sign-in takes along from the session before it: a cart that was filled anonymously,
 * or the user's own data, never the data of somebody else on the same computer.
 */
export function carriedData(
  before: Pick<SessionData, 'userId' | 'data'> | null,
  userId: number,
): JsonObject | undefined {
  const isOwn = before?.userId === undefined || before.userId === userId;
  return isOwn ? before?.data : undefined;
}
