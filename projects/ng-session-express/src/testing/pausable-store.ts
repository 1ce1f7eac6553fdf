import type { SealedStore, SessionStore, SessionStoreFactory } from '../stores/session-store.ts';

/** `write`, then `destroy`: a session is stored under a new id, then the one before is ended. `change`: one is changed. */
export type Step = 'write' | 'destroy' | 'change';

type TakeTurn = (step: Step) => Promise<void>;

export interface PausableStore {
  readonly store: SessionStoreFactory;
  /** Has the next such step wait; resolves when it does, with what lets it go on. */
  pause(step: Step): Promise<() => void>;
}

/**
 * Makes a store in which each step can be held up. Where the browser carries the session, nothing can come between
 * the two of a new id, and `destroy` never waits.
 */
export function pausableStore(make: SessionStoreFactory): PausableStore {
  const waiting = new Map<Step, (goOn: () => void) => void>();
  const takeTurn: TakeTurn = async (step) => {
    const started = waiting.get(step);
    waiting.delete(step);
    if (started) await new Promise<void>(started);
  };
  return {
    store: (context) => {
      const kept = make(context);
      return 'sealed' in kept ? sealsInTurn(kept, takeTurn) : storesInTurn(kept, takeTurn);
    },
    pause: (step) =>
      new Promise((resolve) => {
        waiting.set(step, resolve);
      }),
  };
}

function sealsInTurn(kept: SealedStore, takeTurn: TakeTurn): SealedStore {
  const ids = new Set<string>();
  return {
    sealed: true,
    seal: async (id, session, age) => {
      const isNew = !ids.has(id);
      ids.add(id);
      await takeTurn(isNew ? 'write' : 'change');
      return kept.seal(id, session, age);
    },
    unseal: (text) => kept.unseal(text),
  };
}

function storesInTurn(kept: SessionStore, takeTurn: TakeTurn): SessionStore {
  const inTurn: Pick<SessionStore, 'write' | 'destroy'> = {
    write: async (id, session, options) => {
      await takeTurn(options.version === null ? 'write' : 'change');
      return kept.write(id, session, options);
    },
    destroy: async (id, successor) => {
      if (successor !== undefined) await takeTurn('destroy');
      return kept.destroy(id, successor);
    },
  };
  return new Proxy(kept, {
    get: (target, name) => {
      const value: unknown = Reflect.get(Object.hasOwn(inTurn, name) ? inTurn : target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
