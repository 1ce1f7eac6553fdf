import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

import type { SessionStore, StoredSession } from '../../stores/session-store.ts';

/** Runs one test with a store of its own, and an id that nobody has used. */
export type StoreTest = (
  title: string,
  run: (store: SessionStore, id: string) => Promise<void>,
) => void;

/** Has so many milliseconds pass. */
export type Pass = (milliseconds: number) => void | Promise<void>;

export const AGE = 60_000;

/** Begins a session. */
export function begin(
  store: SessionStore,
  id: string,
  session: StoredSession,
  age = AGE,
): ReturnType<SessionStore['write']> {
  return store.write(id, session, { age, version: null });
}

/** The version that is there now. */
export async function versionOf(store: SessionStore, id: string): Promise<string> {
  const read = await store.read(id);
  assert.ok(read, 'there is no session to read');
  return read.version;
}

/** Some stores count in seconds, and end a session a little later. */
export async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await check()) return;
    await setTimeout(10);
  }
  assert.fail('a session was still there long after its age');
}
