/** What the reference backend does. A test plants a fault by changing one of these. */
export interface Behaviour {
  readonly allowedOrigin: (asked: string | undefined) => string | null;
  readonly corsHeaders: Readonly<Record<string, string>>;
  readonly preflightStatus: number;
  readonly preflightHeaders: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookieName: string;
  readonly cookie: string;
  /** Null: the cookie stays. */
  readonly clearedCookie: string | null;
  /** Whether a request that changes something may come from there. */
  readonly isTrusted: (origin: string | undefined) => boolean;
  readonly isTypeAllowed: (type: string | undefined) => boolean;
  readonly sendsToken: boolean;
  /** Attributes of a cookie with the token; null sends none. */
  readonly tokenCookie: string | null;
  readonly checksToken: boolean;
  readonly forgedStatus: number;
  readonly forgedHeaders: Readonly<Record<string, string>>;
  readonly nobody: { readonly get: number; readonly put: number };
  readonly nobodyHeaders: Readonly<Record<string, string>>;
  readonly user: unknown;
  /** Sent with the first answer to a user, or with all of them. */
  readonly flash: unknown;
  readonly flashStays: boolean;
  readonly refreshStatus: number;
  readonly signInStatus: number;
  readonly wrongPasswordStatus: number;
  readonly unknownStatus: number;
  readonly badInputStatus: number;
  readonly badJsonStatus: number;
  readonly errorBody: string;
  readonly takesOperators: boolean;
  readonly renewsId: boolean;
  /** Whether it does so for somebody who is signed in already, too. */
  readonly renewsAgain: boolean;
  readonly destroysOld: boolean;
  readonly adoptsIds: boolean;
  readonly carriesData: boolean;
  readonly destroysAtSignOut: boolean;
  readonly savesDestroyed: boolean;
  readonly signOutStatus: number;
  readonly signedOutStatus: number;
  readonly traces: boolean;
  /** Where no request is ever answered. */
  readonly hangsAt: string;
  readonly limit: number;
  readonly limitHeaders: Readonly<Record<string, string>>;
  readonly offersData: boolean;
  readonly anonymousData: boolean;
  readonly sharesData: boolean;
  readonly mergesData: boolean;
  readonly takesAnyData: boolean;
  readonly takesUnsafeKeys: boolean;
  readonly checksOwner: boolean;
  readonly dataLimit: number;
  readonly toKept: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export const APP = 'https://app.example.com';

const COOKIE = 'HttpOnly; SameSite=Lax; Path=/';

/** All of it right. */
export const RIGHT: Behaviour = {
  allowedOrigin: (asked) => (asked === APP ? APP : null),
  corsHeaders: {
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'X-XSRF-TOKEN, Retry-After',
    vary: 'Origin',
  },
  preflightStatus: 204,
  preflightHeaders: {
    'access-control-allow-methods': 'GET, POST, PUT',
    'access-control-allow-headers': 'Content-Type, X-XSRF-TOKEN',
  },
  headers: { 'cache-control': 'no-store' },
  cookieName: 'sid',
  cookie: COOKIE,
  clearedCookie: `${COOKIE}; Max-Age=0`,
  isTrusted: (origin) => origin === APP,
  isTypeAllowed: (type) => type === undefined || type === 'application/json',
  sendsToken: true,
  tokenCookie: null,
  checksToken: true,
  forgedStatus: 403,
  forgedHeaders: {},
  nobody: { get: 401, put: 401 },
  nobodyHeaders: {},
  user: { id: 1, name: 'Ada', roles: ['admin'], passwordChangedAt: '2026-01-01' },
  flash: { notification: { type: 'info', message: 'Welcome.' } },
  flashStays: false,
  refreshStatus: 204,
  signInStatus: 204,
  wrongPasswordStatus: 401,
  unknownStatus: 401,
  badInputStatus: 422,
  badJsonStatus: 400,
  errorBody: '{"error":"That did not work."}',
  takesOperators: false,
  renewsId: true,
  renewsAgain: true,
  destroysOld: true,
  adoptsIds: false,
  carriesData: true,
  destroysAtSignOut: true,
  savesDestroyed: false,
  signOutStatus: 204,
  signedOutStatus: 204,
  traces: false,
  hangsAt: '',
  limit: 5,
  limitHeaders: { 'retry-after': '60' },
  offersData: true,
  anonymousData: true,
  sharesData: false,
  mergesData: false,
  takesAnyData: false,
  takesUnsafeKeys: false,
  checksOwner: true,
  dataLimit: 16_384,
  toKept: (data) => data,
};
