import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { MemoryStore } from 'express-session';

import { SessionError } from '../session-error.ts';
import { stores } from '../stores/stores.ts';
import type { NgSessionOptions } from './ng-session-options.ts';
import { resolveOptions } from './resolve-options.ts';
import type { ResolvedOptions } from './resolve-options.ts';

const SECRET = 'a-secret-of-this-test-that-is-long-enough';
const PRODUCTION = { production: true, secret: SECRET };

/** What is said in any way; a few of it is refused. */
function resolve(wrong: object): ResolvedOptions {
  const options: NgSessionOptions = {
    origins: [],
    signIn: () => null,
    findUser: () => null,
    log: () => undefined,
  };
  return resolveOptions({ ...options, ...wrong });
}

const refused: readonly (readonly [wrong: object, message: RegExp])[] = [
  [{ signIn: undefined }, /signIn must be a function/],
  [{ signIn: 'users' }, /signIn must be a function/],
  [{ findUser: {} }, /findUser must be a function/],
  [{ parseSignIn: 1 }, /parseSignIn must be a function/],
  [{ account: 'email' }, /account must be a function/],
  [{ identity: 'id' }, /identity must be a function/],
  [{ roles: ['admin'] }, /roles must be a function/],
  [{ flashOnSignIn: { a: 1 } }, /flashOnSignIn must be a function/],
  [{ readOnly: '/poll' }, /readOnly must be a function/],
  [{ log: console }, /log must be a function/],

  [{ production: true }, /secret must be set in production, for instance from SESSION_SECRET/],
  [{ production: true, secret: '' }, /secret must be set in production/],
  [{ production: true, secret: [] }, /secret must be set in production/],
  [{ production: true, secret: ['', ''] }, /secret must be set in production/],
  [{ secret: 'canary' }, /32 characters or more/],
  [{ secret: [SECRET, 'canary'] }, /32 characters or more/],
  [{ secret: 12345 }, /32 characters or more/],

  [{ origins: undefined }, /origins must be a list of origins; \[\] for none/],
  [{ origins: 'https://app.example.com' }, /origins must be a list/],
  [{ origins: [/example/] }, /origins must be a list/],
  [{ origins: ['*'] }, /"\*" is not an origin such as https/],
  [{ origins: ['null'] }, /"null" is not an origin/],
  [{ origins: ['app.example.com'] }, /is not an origin/],
  [{ origins: ['file:///index.html'] }, /is not an origin/],
  [{ origins: ['http://localhost:4200/'] }, /write http:\/\/localhost:4200\.$/],
  [{ origins: ['https://App.example.com'] }, /write https:\/\/app\.example\.com\.$/],
  [{ origins: ['https://a.example:443'] }, /write https:\/\/a\.example\.$/],
  [{ origins: ['https://a.example/path'] }, /write https:\/\/a\.example\.$/],
  [{ ...PRODUCTION, origins: ['http://app.example.com'] }, /use https in production/],

  [{ allowedHeaders: 'Authorization' }, /allowedHeaders must be a list .* \['Authorization'\]/],
  [{ allowedHeaders: ['*'] }, /allowedHeaders must be a list/],
  [{ allowedHeaders: ['X-One, X-Two'] }, /allowedHeaders must be a list/],
  [{ allowedHeaders: [''] }, /allowedHeaders must be a list/],
  [{ allowedHeaders: [1] }, /allowedHeaders must be a list/],

  [{ age: '2 parsecs' }, /age must be milliseconds, or a text such as .* "2 parsecs"/],
  [{ age: 0 }, /age must be milliseconds/],
  [{ age: -1 }, /age must be milliseconds/],
  [{ age: NaN }, /age must be milliseconds/],
  [{ age: Infinity }, /age must be milliseconds/],
  [{ age: ['2h'] }, /age must be milliseconds/],
  [{ absoluteAge: 'never' }, /absoluteAge must be milliseconds/],
  [{ absoluteAge: 2 ** 53 }, /absoluteAge must be milliseconds/],

  [{ cookieName: '' }, /cookieName must be letters/],
  [{ cookieName: 'my cookie' }, /cookieName must be letters/],
  [{ cookieName: 'sid;Path=/' }, /cookieName must be letters/],
  [{ cookieName: '__Host-sid' }, /cookieName .* needs cookie\.secure/],
  [{ cookieName: '__Secure-sid' }, /cookieName .* needs cookie\.secure/],
  [{ cookie: { sameSite: 'None' } }, /'lax', 'strict' or 'none'/],
  [{ cookie: { sameSite: true } }, /'lax', 'strict' or 'none'/],
  [{ cookie: { sameSite: 'none' } }, /'none' needs cookie\.secure/],
  [{ ...PRODUCTION, cookie: { sameSite: 'none', secure: false } }, /'none' needs cookie\.secure/],
  [{ cookie: { secure: 'auto' } }, /cookie\.secure must be true or false/],
  [{ clearWithBrowser: 'no' }, /clearWithBrowser must be true or false/],
  [{ enabled: 'false' }, /enabled must be true or false/],
  [{ production: 'false' }, /production must be true or false/],

  [{ prefix: 'api' }, /prefix must begin with a slash and not end with one/],
  [{ prefix: '/api/' }, /prefix must begin with a slash/],
  [{ prefix: '/' }, /prefix must begin with a slash/],
  [{ prefix: '/:any' }, /prefix must begin with a slash/],
  [{ prefix: '/*any' }, /prefix must begin with a slash/],

  [{ signInLimits: { perAddress: 0 } }, /signInLimits\.perAddress must be a whole number/],
  [{ signInLimits: { perAccount: 1.5 } }, /signInLimits\.perAccount must be a whole number/],
  [{ signInLimits: { perAccount: '3' } }, /signInLimits\.perAccount must be a whole number/],
  [{ signInLimits: { perAccount: Infinity } }, /signInLimits\.perAccount must be a whole number/],
  [{ signInLimits: { window: 'x' } }, /signInLimits\.window must be milliseconds/],
  [{ signInLimits: { window: '25d' } }, /signInLimits\.window must be up to 24 days/],
  [{ dataLimit: 0 }, /dataLimit must be a whole number/],
  [{ dataLimit: '1mb' }, /dataLimit must be a whole number/],

  [{ store: stores.cookie() }, /stores\.cookie\(\) encrypts with the secret: .* 32 characters/],
  [{ store: stores.redis({ url: 'redis://localhost' }) }, /several processes, .* one secret: set/],
  [{ store: {} }, /store must be one of stores, such as stores\.memory\(\)/],
  [{ store: 'redis' }, /store must be one of stores/],
  [{ store: null }, /store must be one of stores/],
];
for (const [wrong, message] of refused) {
  test(`${inspect(wrong, { breakLength: Infinity }).slice(0, 80)} is refused, with what to do about it`, () => {
    assert.throws(
      () => resolve(wrong),
      (error) => {
        assert.ok(error instanceof SessionError, String(error));
        assert.equal(error.code, 'invalid-config');
        assert.match(error.message, /^ng-session-express: /);
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /canary/);
        return true;
      },
    );
  });

  if ('store' in wrong) continue;
  test(`nothing is opened or told for ${inspect(wrong, { breakLength: Infinity }).slice(0, 80)}`, () => {
    let opened = 0;
    const store = (): never => assert.fail(String(++opened));
    const log = (): void => void ++opened;
    assert.throws(() => resolve({ store, log, ...wrong }), SessionError);
    assert.equal(opened, 0);
  });
}

for (const environment of ['production', 'Production', 'prod', 'staging']) {
  test(`NODE_ENV "${environment}" is as careful as production`, (t) => {
    withEnvironment(t, environment);
    assert.throws(() => resolve({}), /secret must be set in production/);
    assert.equal(resolve({ secret: SECRET }).cookie.name, '__Host-sid');
    assert.equal(resolve({ production: false }).cookie.name, 'sid');
  });
}

for (const environment of [undefined, '', 'development', 'test']) {
  test(`NODE_ENV ${environment} is no production, unless it is said`, (t) => {
    withEnvironment(t, environment);
    assert.equal(resolve({}).isProduction, false);
    assert.throws(() => resolve({ production: true }), /secret must be set in production/);
  });
}

test('what is not said has its default', (t) => {
  withEnvironment(t, 'test');
  const { store, cookie, ...options } = resolve({ secret: SECRET });
  assert.ok(!('sealed' in store));
  void store.close();
  assert.deepEqual(
    { ...cookie },
    {
      name: 'sid',
      sealedName: 'sid.data',
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
      isTransient: false,
    },
  );
  assert.deepEqual(
    Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function')),
    {
      isProduction: false,
      isEnabled: true,
      secrets: [SECRET],
      age: 7_200_000,
      absoluteAge: Infinity,
      origins: [],
      allowedHeaders: [],
      prefix: '/api',
      signInLimits: { window: 900_000, perAddress: 20, perAccount: 10 },
      dataLimit: 16_384,
      headers: {},
    },
  );
});

test('without a secret, each server makes one of its own, and says once what that means', () => {
  const log: string[] = [];
  const [first, second] = [1, 2].map(() => resolve({ log: (line: string) => log.push(line) }));
  const secrets = [first, second].flatMap((options) => options?.secrets ?? []);
  assert.equal(new Set(secrets).size, 2);
  for (const secret of secrets) {
    assert.ok(secret.length >= 32);
    assert.doesNotMatch(log.join(), new RegExp(secret));
  }
  assert.equal(log.length, 2);
  for (const line of log)
    assert.match(line, /Sessions end when the process restarts.* Set secret, /);
});

test('with a secret, there is nothing to say', () => {
  const log = (line: string): never => assert.fail(line);
  assert.deepEqual(resolve({ secret: SECRET, log }).secrets, [SECRET]);
});

test('origins of this machine may be without https in production', () => {
  const origins = ['http://localhost:4200', 'http://127.0.0.1:81', 'http://[::1]:1'];
  assert.deepEqual(resolve({ ...PRODUCTION, origins }).origins, origins);
  assert.throws(
    () => resolve({ ...PRODUCTION, origins: ['http://localhost.example.com'] }),
    /use https/,
  );
});

for (const [what, store] of [
  ['one of stores', stores.memory()],
  ['one for express-session', new MemoryStore()],
] as const) {
  test(`a store may be ${what}`, () => {
    const opened = resolve({ store }).store;
    assert.ok(!('sealed' in opened));
    void opened.close();
  });
}

test('a store that can not be opened is told as such', () => {
  const store = (): never => assert.fail('down');
  assert.throws(
    () => resolve({ store }),
    (error) => error instanceof SessionError && error.code === 'store-failed',
  );
});

function withEnvironment(t: { after: (end: () => void) => void }, value: string | undefined): void {
  const before = process.env['NODE_ENV'];
  const set = (next: string | undefined): void => {
    if (next === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = next;
  };
  set(value);
  t.after(() => set(before));
}

test('in production, sessions in memory are told', () => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  resolve({ ...PRODUCTION, log, store: stores.cookie() });
  assert.deepEqual(lines, []);
  resolve({ ...PRODUCTION, log });
  assert.match(lines.join(), /in memory/);
});

test('a store of another copy of express-session is one all the same', () => {
  const store = { get: () => null, set: () => null, destroy: () => null };
  assert.equal('read' in resolve({ store }).store, true);
});

for (const nobody of [null, undefined, false, 0, '']) {
  test(`${inspect(nobody)} is nobody, whether it was asked for or signs in`, async () => {
    const { findUser, signIn } = resolve({ findUser: () => nobody, signIn: () => nobody });
    assert.equal(await findUser(1), null);
    assert.equal(await signIn({}), null);
  });
}

test('credentials that name no account are refused, since nobody would count their failures', () => {
  const { account } = resolve({});
  assert.equal(account({ email: ' Uma@Example.com ' }), 'uma@example.com');
  for (const credentials of [{ username: 'uma' }, { email: ' ' }]) {
    assert.throws(() => account(credentials), /account must name the account/);
  }
});
