import { InjectionToken } from '@angular/core';
import { isPlainObject } from './is-plain-object';
import type { NgSessionConfig } from './ng-session-config';
import { originOf } from './origin-of';
import { RULES_IN_WORDS } from './rules-in-words';
import { SessionError } from './session-error';
import type { SessionUser } from './session-user';
import { toMilliseconds } from './to-milliseconds';

declare const ngDevMode: boolean | undefined;

/** The configuration with its defaults, after all checks: URLs are whole, the cache is in milliseconds. */
export interface ResolvedConfig extends Required<Omit<NgSessionConfig, 'cache'>> {
  /** Milliseconds that an answer stays fresh: 0 for never, `Infinity` for the life of the app. */
  readonly cache: number;
}

export const SESSION_CONFIG = new InjectionToken<ResolvedConfig>(ngDevMode ? 'SESSION_CONFIG' : '');

const DEFAULTS: Required<NgSessionConfig> = {
  signInUrl: '/api/users/sign-in',
  signOutUrl: '/api/users/sign-out',
  updateUrl: '/api/session',
  baseUrl: '',
  cache: false,
  apiOrigins: [],
  parseUser: (body) => {
    if (isPlainObject(body)) return body;
    throw new SessionError(
      'invalid-response',
      ngDevMode &&
        'the server answered with something that is neither a user (a JSON object) nor null. ' +
          'Give `parseUser` if your server wraps the user.',
    );
  },
  identity: (user: SessionUser & { id?: unknown }) => user.id,
  roles: (user: SessionUser & { roles?: unknown }) => user.roles,
  signInPath: '/sign-in',
  forbiddenPath: '/forbidden',
  returnUrlParam: 'returnUrl',
  timeout: 10_000,
};

/** Fills in the defaults and refuses what can not work, before anything else runs. */
export function resolveConfig(given: NgSessionConfig): ResolvedConfig {
  const config = { ...DEFAULTS };
  for (const [key, value] of Object.entries(given) as [string, unknown][]) {
    if (value !== undefined) Object.assign(config, { [key]: value });
  }
  const { baseUrl, cache } = config;
  const resolved = {
    ...config,
    signInUrl: joinUrl(baseUrl, config.signInUrl),
    signOutUrl: joinUrl(baseUrl, config.signOutUrl),
    updateUrl: joinUrl(baseUrl, config.updateUrl),
    cache: cache === true ? Infinity : toMilliseconds(cache === false ? 0 : cache),
  };
  for (const [key, isRight] of RULES) {
    if (isRight(resolved[key] as never)) continue;
    throw new SessionError(
      'invalid-config',
      ngDevMode &&
        // Without what may be a password.
        `${key} must be ${RULES_IN_WORDS[key]}; it is ${String(config[key]).replace(/:.*@/, ':…@')}.`,
    );
  }
  return resolved;
}

/** Just one slash between: without it, `https://api.example.com` and `users` would name another host. */
export function joinUrl(baseUrl: string, url: string): string {
  return !baseUrl || /^\w+:/.test(url)
    ? url
    : baseUrl.replace(/\/?$/, '/') + url.replace(/^\//, '');
}

const isUrl = (url: string) => typeof url === 'string' && originOf(url, 'http://localhost');
const isOrigin = (origin: string) => originOf(origin) && /^\w+:\/\/[^/?#*]+\/?$/.test(origin);
const isPath = (path: string) => /^\/(?![/\\])/.test(path);
const isFunction = (value: unknown) => typeof value === 'function';

/** Which value is right; what that means, `RULES_IN_WORDS` says. */
const RULES: readonly [key: keyof NgSessionConfig, isRight: (value: never) => unknown][] = [
  ['baseUrl', (url: string) => url === '' || (isUrl(url) && /^(\/|https?:)/i.test(url))],
  ['signInUrl', isUrl],
  ['signOutUrl', isUrl],
  ['updateUrl', isUrl],
  ['cache', (cache: number) => cache >= 0],
  [
    'apiOrigins',
    (origins: readonly string[] | null) => Array.isArray(origins) && origins.every(isOrigin),
  ],
  ['signInPath', isPath],
  ['forbiddenPath', isPath],
  ['timeout', (timeout: number) => Number.isInteger(timeout) && timeout > 0],
  ['returnUrlParam', (name: unknown) => typeof name === 'string' && name !== ''],
  ['parseUser', isFunction],
  ['identity', isFunction],
  ['roles', isFunction],
];
