import { fork } from 'node:child_process';
import { once } from 'node:events';

import type { SessionStore } from '../stores/session-store.ts';

/** Opens a SQLite store in a process of its own, and sends each call there. */
export function processStore(file: string): SessionStore {
  const child = fork(new URL('./serve-store.ts', import.meta.url), [file]);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  child.on('message', ({ call, result, error }: Answer) => {
    const answer = waiting.get(call);
    waiting.delete(call);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(error));
  });
  const ask = async <T>(method: keyof SessionStore, ...args: unknown[]): Promise<T> => {
    const answer = Promise.withResolvers<unknown>();
    waiting.set(calls, answer);
    child.send({ call: calls++, method, args } satisfies Call);
    return (await answer.promise) as T;
  };
  return {
    read: (id) => ask('read', id),
    write: (id, session, options) => ask('write', id, session, options),
    touch: (id, age) => ask('touch', id, age),
    destroy: (id, successor) => ask('destroy', id, successor),
    destroyedAt: (id) => ask('destroyedAt', id),
    list: (userId) => ask('list', userId),
    revoke: (userId, at) => ask('revoke', userId, at),
    revokedAt: (userId) => ask('revokedAt', userId),
    close: async () => {
      if (!child.connected) return;
      await ask('close');
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

export interface Call {
  readonly call: number;
  readonly method: keyof SessionStore;
  readonly args: readonly unknown[];
}

export interface Answer {
  readonly call: number;
  readonly result?: unknown;
  readonly error?: string;
}
