import type {
  SessionStore,
  SessionStoreFactory,
  SessionStoreSettings,
} from '../../stores/session-store';
import { SessionError } from '../../config/session-error';

/**
 * Makes the store, in an injection context. One that can not even be made fails at each use instead,
 * so that it is told like any other failure, and the app starts.
 * @throws SessionError `invalid-config` for a mistake of the app.
 */
export function openStore(
  store: SessionStore | SessionStoreFactory,
  settings: SessionStoreSettings,
): SessionStore {
  if (typeof store !== 'function') return store;
  try {
    return store(settings);
  } catch (error) {
    if (error instanceof SessionError && error.code === 'invalid-config') throw error;
    const fail = (): never => {
      throw error;
    };
    return { reach: 'page', read: fail, write: fail, destroy: fail, touch: fail };
  }
}
