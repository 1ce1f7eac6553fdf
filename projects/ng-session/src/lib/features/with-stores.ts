import type { SessionStore, SessionStoreFactory } from '../stores/session-store';
import { SessionError } from '../config/session-error';
import type { NgSessionFeature } from './ng-session-feature';
import type { StoreOptions } from './store/store-options';
import { withStore } from './with-store';

declare const ngDevMode: boolean | undefined;

/** Which of several stores is used. */
export interface StoresOptions<Name extends string> extends StoreOptions {
  /** The name of the one in use, which may come from an environment, and is checked. */
  readonly use: Name;
}

/**
 * Names several stores, of which one is in use.
 *
 * ```ts
 * withStores({ local: webStorage('local'), server: httpStore() }, { use: environment.store, age: '2h' });
 * ```
 *
 * @throws SessionError `invalid-config` for a name that no store has.
 */
export function withStores<Name extends string>(
  stores: Readonly<Record<Name, SessionStore | SessionStoreFactory>>,
  { use, ...options }: StoresOptions<NoInfer<Name>>,
): NgSessionFeature {
  if (!Object.hasOwn(stores, use)) {
    throw new SessionError(
      'invalid-config',
      ngDevMode && `use must be one of ${Object.keys(stores).join(', ')}; it is ${use}.`,
    );
  }
  // Each has an id of its own, so that nothing is lost where another one is used for a while.
  return withStore(stores[use], { ...options, name: `${options.name ?? 'ng-session'}.${use}` });
}
