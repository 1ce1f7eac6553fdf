import type { Store } from 'express-session';
import type { HelmetOptions } from 'helmet';

import { SessionError } from '../session-error.ts';
import type { SessionUser, UserId } from '../session-user.ts';
import { NO_STORE } from '../stores/no-store.ts';
import { openStore } from '../stores/open-store.ts';
import { stores } from '../stores/stores.ts';
import type { SealedStore, SessionStore, SessionStoreFactory } from '../stores/session-store.ts';
import { checkAllowedHeaders } from './check-allowed-headers.ts';
import { checkKinds } from './check-kinds.ts';
import { checkOrigins } from './check-origins.ts';
import { checkSecrets } from './check-secrets.ts';
import type { Duration, NgSessionOptions, RequestLine } from './ng-session-options.ts';
import { parseDuration } from './parse-duration.ts';
import { parseEmailAndPassword } from './parse-email-and-password.ts';
import { secretOfProcess } from './secret-of-process.ts';

const MINUTE = 60_000;
const LONGEST_WINDOW = 24 * 24 * 60 * MINUTE;

/** What was configured, checked and completed. */
export interface ResolvedOptions {
  readonly isProduction: boolean;
  readonly isEnabled: boolean;
  readonly secrets: readonly string[];
  readonly store: SessionStore | SealedStore;
  /** Milliseconds. */
  readonly age: number;
  /** Milliseconds; `Infinity` for no end. */
  readonly absoluteAge: number;
  readonly cookie: SessionCookie;
  readonly origins: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly prefix: string;
  readonly signIn: (credentials: unknown) => Promise<SessionUser | null>;
  readonly findUser: (id: UserId) => Promise<SessionUser | null>;
  readonly parseSignIn: (body: unknown) => unknown;
  readonly account: (credentials: unknown) => string;
  readonly identity: (user: SessionUser) => UserId;
  readonly roles: (user: SessionUser) => unknown;
  readonly flashOnSignIn: (user: SessionUser) => Readonly<Record<string, unknown>>;
  readonly signInLimits: ResolvedLimits;
  readonly dataLimit: number;
  readonly readOnly: (request: RequestLine) => boolean;
  readonly headers: HelmetOptions | false;
  readonly log: (line: string) => void;
}

export interface ResolvedLimits {
  /** Milliseconds. */
  readonly window: number;
  readonly perAddress: number;
  readonly perAccount: number;
}

/** The session cookie, as it is sent. */
export interface SessionCookie {
  readonly name: string;
  /** The name of the one beside it that carries the session, where the browser keeps it. */
  readonly sealedName: string;
  readonly path: '/';
  readonly httpOnly: true;
  readonly sameSite: 'lax' | 'strict' | 'none';
  readonly secure: boolean;
  /** Whether it ends with the browser. */
  readonly isTransient: boolean;
}

/** @throws SessionError `invalid-config` for what could not work, or would not be safe. */
export function resolveOptions<Credentials>(
  options: NgSessionOptions<Credentials>,
): ResolvedOptions {
  checkKinds(options);
  // `prod` or `staging` are no reason to be less careful.
  const isProduction =
    options.production ?? !['', 'development', 'test'].includes(process.env['NODE_ENV'] ?? '');
  const given = checkSecrets(options.secret, isProduction);
  const origins = checkOrigins(options.origins, isProduction);
  const cookie = resolveCookie(options, isProduction);
  const { signIn, findUser, signInLimits = {}, log = console.error } = options;
  if (isProduction && options.store === undefined) log(IN_MEMORY);
  return {
    isProduction,
    isEnabled: options.enabled ?? true,
    age: parseDuration('age', options.age ?? '2h'),
    absoluteAge:
      options.absoluteAge === undefined
        ? Infinity
        : parseDuration('absoluteAge', options.absoluteAge),
    cookie,
    origins,
    allowedHeaders: checkAllowedHeaders(options.allowedHeaders),
    prefix: checkPrefix(options.prefix ?? '/api'),
    signIn: async (credentials) => toUser(await signIn(credentials as Credentials)),
    findUser: async (id) => toUser(await findUser(id)),
    parseSignIn: options.parseSignIn ?? parseEmailAndPassword,
    account: (credentials) => checkAccount((options.account ?? emailOf)(credentials as never)),
    identity: options.identity ?? idOf,
    roles: options.roles ?? ((user) => (user as { roles?: unknown }).roles),
    flashOnSignIn: options.flashOnSignIn ?? (() => ({})),
    signInLimits: {
      window: checkWindow(signInLimits.window ?? 15 * MINUTE),
      perAddress: checkCount('signInLimits.perAddress', signInLimits.perAddress ?? 20),
      perAccount: checkCount('signInLimits.perAccount', signInLimits.perAccount ?? 10),
    },
    dataLimit: checkCount('dataLimit', options.dataLimit ?? 16 * 1024),
    readOnly: options.readOnly ?? (() => false),
    headers: options.headers ?? {},
    log,
    // After the others: nothing is opened or told for options that are refused.
    store:
      options.enabled === false
        ? NO_STORE
        : openStore(toFactory(options.store), { secrets: given, cookieName: cookie.sealedName }),
    secrets: given.length > 0 ? given : [secretOfProcess(log)],
  };
}

const IN_MEMORY =
  'ng-session-express: sessions are in memory: they end with the process, and no other one knows them. ' +
  'Give a store, such as stores.sqlite() or stores.redis().';

/** What finds nobody in JavaScript often gives `undefined`, `false` or 0: none of them is somebody. */
function toUser(found: SessionUser | null): SessionUser | null {
  return typeof found === 'object' ? found : null;
}

function toFactory(store: NgSessionOptions['store'] = stores.memory()): SessionStoreFactory {
  if (typeof store === 'function') return store;
  if (isExpressStore(store)) return stores.from(store);
  throw invalid('store must be one of stores, such as stores.memory(), or one of express-session.');
}

/** By what it does: a store may be of another copy of `express-session` than ours. */
function isExpressStore(store: Partial<Store> | null): store is Store {
  return [store?.get, store?.set, store?.destroy].every((method) => typeof method === 'function');
}

function resolveCookie(
  {
    cookieName = 'sid',
    cookie = {},
    clearWithBrowser = false,
  }: Pick<NgSessionOptions, 'cookieName' | 'cookie' | 'clearWithBrowser'>,
  isProduction: boolean,
): SessionCookie {
  const { sameSite = 'lax', secure = isProduction } = cookie;
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(cookieName)) {
    throw invalid('cookieName must be letters, digits, or -._');
  }
  if (!['lax', 'strict', 'none'].includes(sameSite)) {
    throw invalid("cookie.sameSite must be 'lax', 'strict' or 'none'.");
  }
  if (sameSite === 'none' && !secure) {
    throw invalid("cookie.sameSite 'none' needs cookie.secure, or browsers drop the cookie.");
  }
  if (cookieName.startsWith('__') && !secure) {
    throw invalid(`cookieName "${cookieName}" needs cookie.secure, or browsers drop the cookie.`);
  }
  // A subdomain can not plant a cookie with this prefix.
  const prefix = secure && !cookieName.startsWith('__') ? '__Host-' : '';
  const name = prefix + cookieName;
  return {
    name,
    sealedName: `${name}.data`,
    path: '/',
    httpOnly: true,
    sameSite,
    secure,
    isTransient: clearWithBrowser,
  };
}

function checkPrefix(prefix: string): string {
  if (/^(\/[\w.~-]+)*$/.test(prefix)) return prefix;
  throw invalid('prefix must begin with a slash and not end with one, such as /api.');
}

/** Counters are cleared by a timer, and one that is longer ends at once. */
function checkWindow(value: Duration): number {
  const window = parseDuration('signInLimits.window', value);
  if (window <= LONGEST_WINDOW) return window;
  throw invalid('signInLimits.window must be up to 24 days.');
}

function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw invalid(`${name} must be a whole number of 1 or more.`);
}

/** Without a name, nobody would notice that one account is tried again and again. */
function checkAccount(name: unknown): string {
  if (typeof name === 'string' && name !== '') return name;
  throw invalid('account must name the account of the credentials that parseSignIn() makes.');
}

function emailOf(credentials: { readonly email?: unknown }): string {
  return typeof credentials.email === 'string' ? credentials.email.trim().toLowerCase() : '';
}

function idOf(user: SessionUser): UserId {
  const { id } = user as { id?: unknown };
  if (typeof id === 'string' || typeof id === 'number') return id;
  throw invalid(
    'a user needs an id, a text or a number; or say with identity what tells users apart.',
  );
}

function invalid(message: string): SessionError {
  return new SessionError('invalid-config', message);
}
