import type { Signal } from '@angular/core';
import type { SessionUser } from '../config/session-user';

/** The user as a signal, which also reads one property: `user()?.name` and `user('name')` are the same. */
export type UserSignal = Signal<SessionUser | null> &
  (<K extends keyof SessionUser>(prop: K) => SessionUser[K] | undefined);

export function toUserSignal(user: Signal<SessionUser | null>): UserSignal {
  const read = (prop?: unknown) => {
    const value = user() as Record<string, unknown> | null;
    // What calls a signal may pass something of its own, as `resource` does with `params`.
    if (typeof prop !== 'string') return value;
    return value && Object.hasOwn(value, prop) ? value[prop] : undefined;
  };
  // What makes a function a signal is a symbol on it, which goes along here.
  return Object.assign(read, user);
}
