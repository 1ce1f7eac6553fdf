import { TOMBSTONE_AGE } from './session-store.ts';
import { TtlMap } from './ttl-map.ts';
import { userKey } from './user-key.ts';

/**
 * Notes in memory when the sessions of users were revoked. For stores of one process, which ends together
 * with the sign-ins that are under way.
 */
export class Revocations {
  readonly #latest = new TtlMap<number>(TOMBSTONE_AGE);

  add(userId: string | number, at: number): void {
    this.#latest.set(userKey(userId), Math.max(at, this.latest(userId) ?? at));
  }

  latest(userId: string | number): number | null {
    return this.#latest.get(userKey(userId)) ?? null;
  }
}
