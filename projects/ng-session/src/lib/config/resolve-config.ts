import { InjectionToken } from '@angular/core';
import { parse } from '@lukeed/ms';
import { isPlainObject } from './is-plain-object';
import type { NgSessionConfig } from './ng-session-config';
import { originOf } from './origin-of';
import { SessionError } from './session-error';
import type { SessionUser } from './session-user';

declare const ngDevMode: boolean | undefined;

/** The configuration with its defaults, after all checks: URLs are whole, the cache is in milliseconds. */
export interface ResolvedConfig extends Required<Omit<NgSessionConfig, 'baseUrl' | 'cache'>> {
  /** Milliseconds that an answer stays fresh: 0 for never, `Infinity` for the life of the app. */
  readonly cache: number;
}

export const SESSION_CONFIG = new InjectionToken<ResolvedConfig>(
  ngDevMode ? 'SESSION_CONFIG' : '',
);

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
  const config: Record<string, unknown> = { ...DEFAULTS };
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    check(
      key === 'cache' || typeof value === typeof config[key],
      key,
      value,
      ngDevMode && `must be of type ${typeof config[key]}`,
    );
    config[key] = value;
  }
  const { baseUrl, cache, ...rest } = config as unknown as Required<NgSessionConfig>;

  const whole = (key: 'signInUrl' | 'signOutUrl' | 'updateUrl'): string => {
    const url = /^\w+:/.test(rest[key]) ? rest[key] : baseUrl.replace(/\/$/, '') + rest[key];
    check(
      originOf(url, 'http://localhost'),
      key,
      url,
      ngDevMode && 'must be a path or an http(s) URL without user info',
    );
    return url;
  };
  const urls = {
    signInUrl: whole('signInUrl'),
    signOutUrl: whole('signOutUrl'),
    updateUrl: whole('updateUrl'),
  };
  for (const origin of rest.apiOrigins) {
    check(
      originOf(origin) && /^\w+:\/\/[^/?#]+\/?$/.test(origin),
      'apiOrigins',
      origin,
      ngDevMode && 'must be a scheme, a host and a port, such as https://files.example.com',
    );
  }
  check(
    Number.isInteger(rest.timeout) && rest.timeout > 0,
    'timeout',
    rest.timeout,
    ngDevMode && 'must be a whole number of milliseconds, above 0',
  );
  return { ...rest, ...urls, cache: toMilliseconds(cache) };
}

function toMilliseconds(cache: unknown): number {
  if (cache === true) return Infinity;
  const span = typeof cache === 'string' ? parse(cache) : Number(cache);
  check(
    span !== undefined && span >= 0,
    'cache',
    cache,
    ngDevMode && "must be true, false, milliseconds, or a duration such as '30s', '5m' or '1h'",
  );
  return span;
}

function check(
  ok: unknown,
  key: string,
  value: unknown,
  rule: string | false | null | undefined,
): asserts ok {
  if (!ok) {
    throw new SessionError(
      'invalid-config',
      ngDevMode && `${key} ${String(rule)}; it is ${String(value)}.`,
    );
  }
}
