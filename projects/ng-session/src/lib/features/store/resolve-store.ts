import { SessionError } from '../../config/session-error';
import { toMilliseconds } from '../../config/to-milliseconds';
import type { ActiveStore } from './active-store';
import type { StoreOptions } from './store-options';

declare const ngDevMode: boolean | undefined;

/** Fills in the defaults and refuses what can not work. @throws SessionError `invalid-config` */
export function resolveStore({
  age = Infinity,
  clearWithBrowser = false,
  enabled = true,
  name = 'ng-session',
  version = 0,
  migrate,
}: StoreOptions): Omit<ActiveStore, 'store'> & { readonly enabled: boolean } {
  const milliseconds = toMilliseconds(age);
  if (!(milliseconds > 0)) {
    throw wrong(
      ngDevMode &&
        `age must be milliseconds above 0, or a duration such as '30m' or '2h'; it is ${String(age)}.`,
    );
  }
  // It is a part of the name of a cookie too.
  if (!/^[\w.-]+$/.test(name)) {
    throw wrong(ngDevMode && `name must be letters, digits, or -._; it is '${name}'.`);
  }
  if (!Number.isInteger(version) || version < 0) {
    throw wrong(ngDevMode && `version must be a whole number from 0 on; it is ${String(version)}.`);
  }
  return { age: milliseconds, clearWithBrowser, enabled, name, schema: { version, migrate } };
}

function wrong(rule: string | false | null | undefined): SessionError {
  return new SessionError('invalid-config', rule);
}
