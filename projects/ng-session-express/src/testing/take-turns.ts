import type { SessionStore } from '../stores/session-store.ts';

/** Makes one store of two that share what they keep: every other call goes to the same. */
export function takeTurns(first: SessionStore, second: SessionStore): SessionStore {
  const members = [first, second];
  let turn = 0;
  const next = (): SessionStore => (turn++ % 2 === 0 ? first : second);
  return {
    read: (id) => next().read(id),
    write: (id, session, options) => next().write(id, session, options),
    touch: (id, age) => next().touch(id, age),
    destroy: (id, successor) => next().destroy(id, successor),
    destroyedAt: (id) => next().destroyedAt(id),
    list: async (userId) => (await next().list?.(userId)) ?? [],
    revoke: async (userId, at) => next().revoke?.(userId, at),
    revokedAt: async (userId) => (await next().revokedAt?.(userId)) ?? null,
    close: async () => {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}
