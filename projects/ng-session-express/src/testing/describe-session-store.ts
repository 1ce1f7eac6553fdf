import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import type { SessionStore } from '../stores/session-store.ts';
import { ageRules } from './store-rules/age-rules.ts';
import { destroyRules } from './store-rules/destroy-rules.ts';
import { keepingRules } from './store-rules/keeping-rules.ts';
import { manyAtOnceRules } from './store-rules/many-at-once-rules.ts';
import type { StoreTest } from './store-rules/store-test.ts';
import { userRules } from './store-rules/user-rules.ts';
import { versionRules } from './store-rules/version-rules.ts';

/** What the suite needs of a store. */
export interface SessionStoreSetUp {
  /** Opens the store; each test opens and closes one. What others have kept before may be there. */
  readonly open: () => SessionStore | Promise<SessionStore>;
  /** Has so many milliseconds pass. Default: waits for them. */
  readonly pass?: (milliseconds: number) => void | Promise<void>;
}

/**
 * Runs what every `SessionStore` has to do, by `node:test`. For stores of users too:
 *
 * ```ts
 * describeSessionStore('my store', { open: () => new MyStore() });
 * ```
 */
export function describeSessionStore(
  name: string,
  { open, pass = (milliseconds) => setTimeout(milliseconds) }: SessionStoreSetUp,
): void {
  const test: StoreTest = (title, run) => {
    it(title, async () => {
      const store = await open();
      try {
        await run(store, randomUUID());
      } finally {
        await store.close();
      }
    });
  };

  describe(name, () => {
    keepingRules(test);
    versionRules(test);
    destroyRules(test, pass);
    ageRules(test, pass);
    userRules(test);
    manyAtOnceRules(test);
  });
}
