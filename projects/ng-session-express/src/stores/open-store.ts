import { SessionError } from '../session-error.ts';
import type {
  SealedStore,
  SessionStore,
  SessionStoreFactory,
  StoreContext,
} from './session-store.ts';

/**
 * Makes a store, and has each of its failures told as a `SessionError`: as it is where it is one, else as
 * `store-failed` with its cause. So a store of a user needs to know nothing of them.
 */
export function openStore(
  factory: SessionStoreFactory,
  context: StoreContext,
): SessionStore | SealedStore {
  const store = tellSync('be opened', () => factory(context));
  return 'sealed' in store ? tellSealed(store) : tellStore(store);
}

function tellSealed(store: SealedStore): SealedStore {
  return {
    sealed: true,
    seal: (id, session, age) => tell('seal', () => store.seal(id, session, age)),
    unseal: (text) => tell('unseal', () => store.unseal(text)),
  };
}

function tellStore(store: SessionStore): SessionStore {
  const list = store.list?.bind(store);
  const revoke = store.revoke?.bind(store);
  const revokedAt = store.revokedAt?.bind(store);
  const counter = store.counter?.bind(store);
  return {
    read: (id) => tell('read', () => store.read(id)),
    write: (id, session, options) => tell('write', () => store.write(id, session, options)),
    touch: (id, age) => tell('touch', () => store.touch(id, age)),
    destroy: (id, successor) => tell('destroy', () => store.destroy(id, successor)),
    destroyedAt: (id) => tell('destroyedAt', () => store.destroyedAt(id)),
    close: () => tell('close', () => store.close()),
    ...(list && { list: (userId) => tell('list', () => list(userId)) }),
    ...(revoke && { revoke: (userId, at) => tell('revoke', () => revoke(userId, at)) }),
    ...(revokedAt && { revokedAt: (userId) => tell('revokedAt', () => revokedAt(userId)) }),
    ...(counter && { counter }),
  };
}

/** Once for each request and more: a chain of promises that is no longer than it has to be. */
function tell<T>(method: string, work: () => Promise<T>): Promise<T> {
  const fail = (error: unknown): never => {
    throw toSessionError(error, method);
  };
  try {
    return work().catch(fail);
  } catch (error) {
    return Promise.reject(toSessionError(error, method));
  }
}

function tellSync<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toSessionError(error, what);
  }
}

function toSessionError(error: unknown, what: string): SessionError {
  if (error instanceof SessionError) return error;
  return new SessionError('store-failed', `The session store could not ${what}. See the cause.`, {
    cause: error,
  });
}
