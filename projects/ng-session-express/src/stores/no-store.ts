import type { SessionStore } from './session-store.ts';

/** Keeps nothing: for sessions that are switched off. */
export const NO_STORE: SessionStore = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve('written'),
  touch: () => Promise.resolve(false),
  destroy: () => Promise.resolve({ wasAlive: false, successor: null }),
  destroyedAt: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};
