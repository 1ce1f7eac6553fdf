import { SESSION_STORE_RULES, type SessionStoreTrial } from './session-store-rules';

/** What of a test runner is needed: Jasmine, Vitest, Jest, Mocha and `node:test` all have it. */
export interface TestRunner {
  readonly describe: (name: string, specs: () => void) => unknown;
  readonly it: (name: string, spec: () => Promise<void>) => unknown;
}

/**
 * Holds a store to the rules that `ng-session` relies on, one spec each.
 *
 * ```ts
 * describeSessionStore('MapStore', { open: ({ age }) => new MapStore(age) });
 * ```
 *
 * A store that injects something is opened in an injection context. To try its age as well, say how
 * time passes; a runner whose functions are no globals is handed over:
 *
 * ```ts
 * describeSessionStore(
 *   'RemoteStore',
 *   {
 *     open: (settings) => TestBed.runInInjectionContext(() => remoteStore()(settings)),
 *     pass: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds),
 *   },
 *   { describe, it },
 * );
 * ```
 */
export function describeSessionStore(
  name: string,
  trial: SessionStoreTrial,
  { describe, it }: TestRunner = globalThis as unknown as TestRunner,
): void {
  describe(`${name}, as a session store,`, () => {
    for (const { name: rule, takesTime, hold } of SESSION_STORE_RULES) {
      if (trial.pass || !takesTime) it(rule, () => hold(trial));
    }
  });
}
