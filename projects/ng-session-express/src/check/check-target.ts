import { parse as parseDuration } from '@lukeed/ms';

import { isPlainObject } from '../is-plain-object.ts';
import type { JsonObject } from '../json.ts';
import { CheckError } from './check-error.ts';
import type { CheckOptions } from './check-options.ts';
import { wrongSignInOf } from './wrong-sign-in.ts';

/** The options of a check, complete and right. */
export interface CheckTarget {
  readonly base: URL;
  readonly origin: string;
  readonly session: URL;
  readonly signIn: URL;
  readonly signOut: URL;
  readonly data: URL;
  readonly timeout: number;
  readonly limits: boolean;
  readonly account: Account | null;
}

export interface Account {
  readonly right: JsonObject;
  readonly wrong: JsonObject;
}

/** Node takes a longer time for one millisecond. */
const LONGEST = 2 ** 31 - 1;

/** Checks the options of a check and adds their defaults; throws `CheckError`. */
export function resolveTarget(options: CheckOptions): CheckTarget {
  const base = toBase(options.url);
  const under = (name: string, path: string): URL => {
    if (!/^\/(?![/\\])/.test(path))
      throw new CheckError(`${name} has to be a path such as "/api".`);
    return new URL(base.origin + base.pathname.replace(/\/$/, '') + path);
  };
  return {
    base,
    origin: toOrigin(options.origin ?? base.origin),
    session: under('The update URL', options.updateUrl ?? '/api/session'),
    signIn: under('The sign-in URL', options.signInUrl ?? '/api/users/sign-in'),
    signOut: under('The sign-out URL', options.signOutUrl ?? '/api/users/sign-out'),
    data: under('The data URL', options.dataUrl ?? '/api/session/data'),
    timeout: toMilliseconds(options.timeout ?? 5000),
    limits: options.limits ?? false,
    account: toAccount(options),
  };
}

function toBase(text: string): URL {
  const url = toUrl(text);
  if (url?.search === '' && url.hash === '') return url;
  throw new CheckError(
    'The URL of the backend has to begin with http:// or https://, without user info, query and hash.',
  );
}

function toOrigin(text: string): string {
  const url = toUrl(text);
  if (url?.origin === text.replace(/\/$/, '')) return url.origin;
  throw new CheckError(
    'The origin of the app has to be scheme, host and port only, such as "https://app.example.com".',
  );
}

/** Null for what is no plain address. It is not told: it may hold a password. */
function toUrl(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return url.username === '' && url.password === '' ? url : null;
}

function toMilliseconds(timeout: number | string): number {
  const ms = typeof timeout === 'number' ? timeout : parseDuration(timeout);
  if (ms !== undefined && ms >= 1 && ms <= LONGEST) return Math.round(ms);
  throw new CheckError('The timeout has to be a duration such as "5s", up to 24 days.');
}

function toAccount({ signIn, wrongSignIn, limits }: CheckOptions): Account | null {
  if (signIn === undefined) {
    if (wrongSignIn === undefined && limits !== true) return null;
    throw new CheckError('A wrong sign-in and the limits are checked with a sign-in only.');
  }
  const objects = wrongSignIn === undefined ? [signIn] : [signIn, wrongSignIn];
  if (!objects.every(isPlainObject)) throw new CheckError('A sign-in has to be a JSON object.');
  const wrong = wrongSignIn ?? wrongSignInOf(signIn);
  if (wrong !== null) return { right: signIn, wrong };
  throw new CheckError(
    'No field of the sign-in is a password by its name: give a wrong sign-in as well.',
  );
}
