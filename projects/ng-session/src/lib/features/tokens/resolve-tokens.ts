import type { HttpResponse } from '@angular/common/http';
import { InjectionToken } from '@angular/core';
import { originOf } from '../../config/origin-of';
import { SessionError } from '../../config/session-error';
import { toMilliseconds } from '../../config/to-milliseconds';
import type { LeaseRules } from './token-lease';
import type { TokenOptions, TokenStorage } from './token-options';

declare const ngDevMode: boolean | undefined;

type Defaulted = 'storage' | 'name' | 'tokenFrom' | 'scheme' | 'headerName' | 'disallowedRoutes';

/** The options with their defaults, after all checks; durations are in milliseconds. */
export interface ResolvedTokens
  extends
    LeaseRules,
    Omit<TokenOptions, 'refreshAhead' | 'clockSkew' | Defaulted>,
    Required<Pick<TokenOptions, Defaulted>> {}

export const TOKEN_OPTIONS = new InjectionToken<ResolvedTokens>(ngDevMode ? 'TOKEN_OPTIONS' : '');

/** Fills in the defaults and refuses what can not work. @throws SessionError `invalid-config` */
export function resolveTokens(options: TokenOptions): ResolvedTokens {
  const resolved = {
    ...options,
    storage: options.storage ?? 'memory',
    name: options.name ?? 'ng-session.token',
    tokenFrom: options.tokenFrom ?? tokenInBody,
    scheme: options.scheme ?? 'Bearer',
    headerName: options.headerName ?? 'Authorization',
    disallowedRoutes: options.disallowedRoutes ?? [],
    refreshAhead: toMilliseconds(options.refreshAhead ?? 60_000),
    clockSkew: toMilliseconds(options.clockSkew ?? 30_000),
  };
  const { storage, refreshAhead, clockSkew, headerName, scheme, allowedOrigins = [] } = resolved;
  check(
    ['memory', 'session', 'local'].includes(storage as string) || isStorage(storage),
    ngDevMode && "storage must be 'memory', 'session', 'local', or have get, set and remove",
  );
  check(
    [refreshAhead, clockSkew].every((duration) => duration >= 0 && duration < Infinity),
    ngDevMode &&
      "refreshAhead and clockSkew must be milliseconds from 0 on, or durations such as '60s'; not Infinity",
  );
  check(
    // What a header and its value may be made of.
    /^[\w!#$%&'*+.^`|~-]+$/.test(headerName) && /^[\x20-\x7e]*$/.test(scheme),
    ngDevMode && 'headerName must be the name of a header, and scheme a word to stand in it',
  );
  check(
    allowedOrigins.every((origin) => originOf(origin) && /^\w+:\/\/[^/?#*]+\/?$/.test(origin)),
    ngDevMode &&
      'allowedOrigins must be a list of a scheme, a host and a port each, such as https://api.example.com',
  );
  return resolved;
}

/** Whether all tabs of the browser have one token: they do where nobody says otherwise. */
export function isShared({ storage }: Pick<ResolvedTokens, 'storage'>): boolean {
  return storage !== 'memory' && storage !== 'session';
}

function check(isRight: unknown, rule: string | false | undefined): void {
  if (!isRight) throw new SessionError('invalid-config', rule && `withTokens: ${rule}.`);
}

function isStorage(storage: unknown): storage is TokenStorage {
  return ['get', 'set', 'remove'].every(
    (method) => typeof (storage as Record<string, unknown> | null)?.[method] === 'function',
  );
}

function tokenInBody({ body }: HttpResponse<unknown>): string {
  const answer = body as { access_token?: unknown; token?: unknown } | string | null;
  // What is no token is refused where it is read.
  return String(typeof answer === 'string' ? answer : (answer?.access_token ?? answer?.token));
}
