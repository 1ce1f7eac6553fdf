import assert from 'node:assert/strict';
import { test } from 'node:test';

import { checkBackend } from './run-check.ts';
import { APP, RIGHT } from './testing/behaviour.ts';
import type { Behaviour } from './testing/behaviour.ts';
import { ACCOUNT } from './testing/reference.ts';
import { startReference } from './testing/start-reference.ts';

const { corsHeaders, preflightHeaders } = RIGHT;

type Fault = readonly [name: string, changes: Partial<Behaviour>, ids: readonly string[]];

const faults: readonly Fault[] = [
  // Every answer
  ['answers may be cached', { headers: {} }, ['no-store']],
  ['answers may be kept for a while', { headers: { 'cache-control': 'no-cache' } }, ['no-store']],
  ['only what is forged may be cached', { forgedHeaders: { 'cache-control': 'public' } }, []],
  ['broken JSON breaks it', { badJsonStatus: 500 }, ['server-error', 'bad-input-json']],
  [
    'errors hold a trace of Node',
    { errorBody: 'Error: no\n    at read (/srv/app/index.js:12:34)' },
    ['stack-trace'],
  ],
  [
    'errors hold a trace of Java',
    { errorBody: '{"trace":"at org.example.Shop.find(Shop.java:12)"}' },
    ['stack-trace'],
  ],
  [
    'errors hold a trace of Python',
    { errorBody: 'Traceback (most recent call last):' },
    ['stack-trace'],
  ],
  [
    'a 401 makes browsers ask',
    { nobodyHeaders: { 'www-authenticate': 'Basic realm="shop"' } },
    ['basic-challenge'],
  ],
  [
    'the token is in a cookie of another host',
    { sendsToken: false, tokenCookie: 'Path=/', checksToken: false },
    ['xsrf-readable'],
  ],
  ['it sends TRACE back', { traces: true }, ['trace-refused']],

  // Nobody is signed in
  [
    'nobody is a 403',
    { nobody: { get: 403, put: 403 } },
    ['signed-out-read', 'signed-out-refresh'],
  ],
  [
    'nobody is sent to a page',
    { nobody: { get: 302, put: 302 }, nobodyHeaders: { location: '/login?secret=1' } },
    ['signed-out-read', 'signed-out-refresh'],
  ],
  ['nobody is a 200', { nobody: { get: 200, put: 401 } }, ['signed-out-read']],
  ['a refresh for nobody works', { nobody: { get: 401, put: 204 } }, ['signed-out-refresh']],
  ['nobody can sign out', { signedOutStatus: 401 }, ['signed-out-sign-out', 'sign-out-twice']],

  // CORS
  [
    'it allows any origin',
    { allowedOrigin: () => '*' },
    ['cors-foreign', 'cors-origin', 'cors-preflight'],
  ],
  ['it allows whatever is asked for', { allowedOrigin: (o) => o ?? null }, ['cors-foreign']],
  [
    'it allows what begins like the app',
    { allowedOrigin: (o) => (o?.startsWith(APP) ? o : null) },
    ['cors-foreign'],
  ],
  [
    'it allows what ends like the app',
    { allowedOrigin: (o) => (o?.endsWith('app.example.com') ? o : null) },
    ['cors-foreign'],
  ],
  [
    'it allows what a sloppy expression matches',
    { allowedOrigin: (o) => (o && /^https:\/\/app.example.com$/.test(o) ? o : null) },
    ['cors-foreign'],
  ],
  [
    'it allows every port',
    { allowedOrigin: (o) => (o && /^https:\/\/app\.example\.com(:\d+)?$/.test(o) ? o : null) },
    ['cors-foreign'],
  ],
  [
    'it allows http',
    { allowedOrigin: (o) => (o && /^https?:\/\/app\.example\.com$/.test(o) ? o : null) },
    ['cors-foreign'],
  ],
  [
    'it allows the null origin',
    { allowedOrigin: (o) => (o === APP || o === 'null' ? o : null) },
    ['cors-foreign'],
  ],
  ['it does not know the app', { allowedOrigin: () => null }, ['cors-origin', 'cors-preflight']],
  [
    'it allows no cookies',
    { corsHeaders: { ...corsHeaders, 'access-control-allow-credentials': 'false' } },
    ['cors-credentials', 'cors-preflight'],
  ],
  ['it does not vary', { corsHeaders: { ...corsHeaders, vary: 'Accept' } }, ['cors-vary']],
  [
    'it hides the token',
    { corsHeaders: { ...corsHeaders, 'access-control-expose-headers': 'Retry-After' } },
    ['cors-expose'],
  ],
  ['a preflight needs a session', { preflightStatus: 401 }, ['cors-preflight']],
  [
    'a preflight allows no PUT',
    { preflightHeaders: { ...preflightHeaders, 'access-control-allow-methods': 'GET, POST' } },
    ['cors-preflight-methods'],
  ],
  [
    'a preflight allows no token',
    { preflightHeaders: { ...preflightHeaders, 'access-control-allow-headers': 'content-type' } },
    ['cors-preflight-headers'],
  ],

  // The cookie
  ['scripts read the cookie', { cookie: 'SameSite=Lax; Path=/' }, ['cookie-http-only']],
  ['the cookie has no SameSite', { cookie: 'HttpOnly; Path=/' }, ['cookie-same-site']],
  [
    'the cookie is for all sites',
    { cookie: 'HttpOnly; Secure; SameSite=None; Path=/' },
    ['cookie-same-site'],
  ],
  [
    'the cookie is for a domain',
    {
      cookie: 'HttpOnly; SameSite=Lax; Path=/; Domain=127.0.0.1',
      clearedCookie: 'HttpOnly; SameSite=Lax; Path=/; Domain=127.0.0.1; Max-Age=0',
    },
    ['cookie-domain'],
  ],
  [
    'the cookie is for one folder',
    { offersData: false, cookie: 'HttpOnly; SameSite=Lax', clearedCookie: null },
    ['sign-in-session'],
  ],
  [
    'browsers drop the cookie',
    { offersData: false, cookie: 'HttpOnly; SameSite=Lax; Path=/; Domain=example.com' },
    ['cookie-kept', 'sign-in-session'],
  ],

  // The sign-in
  ['a sign-in leads to a page', { signInStatus: 302 }, ['sign-in-status']],
  ['a sign-in has another status', { signInStatus: 201 }, ['sign-in-status']],
  [
    'a wrong password is a 403',
    { wrongPasswordStatus: 403, unknownStatus: 403 },
    ['wrong-password'],
  ],
  ['an unknown account is a 404', { unknownStatus: 404 }, ['unknown-account']],
  ['bad input is a wrong password', { badInputStatus: 401 }, ['bad-input']],
  ['bad input is a bad request', { badInputStatus: 400 }, ['bad-input-status']],
  ['objects are a query', { takesOperators: true }, ['bad-input-types']],
  ['the id stays', { renewsId: false }, ['session-renewed', 'old-session-dead']],
  ['the id of a user stays', { renewsAgain: false }, ['sign-in-again']],
  ['the old id lives', { destroysOld: false }, ['old-session-dead', 'sign-in-again']],
  [
    'a chosen id is taken',
    { adoptsIds: true, renewsId: false },
    ['session-renewed', 'old-session-dead', 'chosen-session'],
  ],
  ['a sign-in loses the data', { carriesData: false }, ['data-survives-sign-in']],
  ['a refresh is refused', { refreshStatus: 405 }, ['refresh-status']],

  // The user
  ['the user is a list', { user: [{ id: 1 }] }, ['sign-in-session']],
  ['the user has no id', { user: { name: 'Ada' } }, ['user-id']],
  ['the user has an empty id', { user: { id: '' } }, ['user-id']],
  ['the user has a password', { user: { id: 1, login: { password: 'x' } } }, ['user-secrets']],
  ['the user has a hash', { user: { id: 1, key: '$2b$10$abcdefghijk' } }, ['user-secrets']],
  ['the user has what was typed', { user: { id: 1, note: ACCOUNT.password } }, ['user-secrets']],
  ['a flash message is a text', { flash: 'Welcome.' }, ['flash-object']],
  ['a flash message stays', { flashStays: true }, ['flash-once']],

  // CSRF
  [
    'it takes any origin',
    { isTrusted: () => true, checksToken: false, sendsToken: false },
    ['csrf-bodiless', 'csrf-origin'],
  ],
  [
    'it takes any origin and any type',
    { isTrusted: () => true, isTypeAllowed: () => true, checksToken: false, sendsToken: false },
    [
      'csrf-form',
      'csrf-text-plain',
      'csrf-bodiless',
      'csrf-null-origin',
      'csrf-origin',
      'csrf-sign-in',
      'csrf-status',
    ],
  ],
  [
    'only the token protects',
    { isTrusted: () => true, isTypeAllowed: () => true },
    ['csrf-origin', 'csrf-sign-in', 'csrf-status'],
  ],
  [
    'it takes the null origin',
    {
      isTrusted: (origin) => origin === APP || origin === 'null',
      isTypeAllowed: () => true,
      checksToken: false,
      sendsToken: false,
    },
    ['csrf-null-origin'],
  ],
  ['the token is not looked at', { checksToken: false }, ['csrf-token']],
  ['what is forged is a 401', { forgedStatus: 401 }, ['csrf-status']],

  // The sign-out
  ['a sign-out leads to a page', { signOutStatus: 302 }, ['sign-out-status']],
  [
    'a sign-out only clears the cookie',
    { destroysAtSignOut: false },
    ['sign-out-ends', 'data-ends-with-session'],
  ],
  ['the cookie stays', { clearedCookie: null }, ['sign-out-cookie']],
  [
    'the cookie of another path is cleared',
    { clearedCookie: 'HttpOnly; Path=/api; Max-Age=0' },
    ['sign-out-cookie'],
  ],
  ['late requests bring it back', { savesDestroyed: true }, ['late-request']],

  // Session data
  ['data needs a sign-in', { anonymousData: false }, ['data-anonymous']],
  [
    'data loses what is empty',
    { toKept: ({ empty: _empty, ...rest }) => rest },
    ['data-round-trip'],
  ],
  ['data is merged', { mergesData: true }, ['data-replaced', 'data-object', 'data-proto']],
  ['data is for everybody', { sharesData: true }, ['data-private']],
  ['data may be a list', { takesAnyData: true }, ['data-object']],
  ['data may reach prototypes', { takesUnsafeKeys: true }, ['data-proto']],
  ['data has no limit', { dataLimit: 100_000_000 }, ['data-size']],
  ['data of another owner is replaced', { checksOwner: false }, ['data-owner']],

  // Limits
  ['guessing has no end', { limit: 1000 }, ['sign-in-limit']],
  ['a limit has no end in sight', { limitHeaders: {} }, ['retry-after']],
  [
    'the end of a limit is hidden',
    { corsHeaders: { ...corsHeaders, 'access-control-expose-headers': 'X-XSRF-TOKEN' } },
    ['retry-after-exposed'],
  ],
];

for (const [name, changes, ids] of faults) {
  test(`${name}: ${ids.join(', ') || 'no fault'}`, async (t) => {
    const { url, origin } = await startReference(t, changes);
    const { findings, ok } = await checkBackend({ url, origin, signIn: ACCOUNT, limits: true });
    assert.deepEqual(findings.map(({ id }) => id).sort(), [...ids].sort());
    assert.equal(
      ok,
      findings.every(({ severity }) => severity === 'warning'),
    );
  });
}
