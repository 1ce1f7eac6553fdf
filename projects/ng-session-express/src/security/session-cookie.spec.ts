import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stores } from '../stores/stores.ts';
import { TEST_SECRET } from '../testing/open-test-store.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestServer, TestServerOptions } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

const folder = await temporaryFolder();
const ORIGIN = 'https://app.example.com';
const HTTPS = { 'x-forwarded-proto': 'https' };

/** The names and flags of the cookies that a sign-in over HTTPS brings, without the time. */
async function flagsOf(server: TestServer): Promise<Record<string, string[]>> {
  const browser = server.browser({ origin: ORIGIN });
  const { headers } = await browser.send('POST', '/api/users/sign-in', {
    json: rightPassword(UMA),
    headers: HTTPS,
  });
  return Object.fromEntries(
    headers.getSetCookie().map((line) => {
      const [nameAndValue = '', ...flags] = line.split('; ');
      return [
        nameAndValue.slice(0, nameAndValue.indexOf('=')),
        flags.map((flag) => flag.replace(/=(\d{2,}|\w{3}, .*)$/, '')).sort(),
      ];
    }),
  );
}

const LASTING = ['Expires', 'HttpOnly', 'Path=/', 'SameSite=Lax'];

const cases: readonly [what: string, TestServerOptions, Record<string, string[]>][] = [
  ['in development', {}, { sid: LASTING }],
  ['in production', { production: true }, { '__Host-sid': [...LASTING, 'Secure'] }],
  [
    'that ends with the browser',
    { production: true, clearWithBrowser: true },
    { '__Host-sid': ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'] },
  ],
  [
    'of an app of another site',
    { cookie: { sameSite: 'none', secure: true } },
    { '__Host-sid': ['Expires', 'HttpOnly', 'Path=/', 'SameSite=None', 'Secure'] },
  ],
  [
    'that is stricter',
    { cookie: { sameSite: 'strict' }, cookieName: 'shop' },
    { shop: ['Expires', 'HttpOnly', 'Path=/', 'SameSite=Strict'] },
  ],
  [
    'that is not secure in production',
    { production: true, cookie: { secure: false } },
    { sid: LASTING },
  ],
  [
    'with a prefix of its own',
    { production: true, cookieName: '__Secure-shop' },
    { '__Secure-shop': [...LASTING, 'Secure'] },
  ],
];
for (const [what, options, expected] of cases) {
  test(`the session cookie ${what}`, async (t) => {
    const server = await startTestServer(t, { trustProxy: 1, origins: [ORIGIN], ...options });
    assert.deepEqual(await flagsOf(server), expected);
  });

  test(`the two cookies of a sealed session ${what}`, async (t) => {
    const server = await startTestServer(t, {
      trustProxy: 1,
      origins: [ORIGIN],
      store: stores.cookie(),
      ...options,
    });
    const sealed = Object.entries(expected).map(([name, flags]) => [
      `${name}.data`,
      flags.includes('Expires') ? [...flags, 'Max-Age'].sort() : flags,
    ]);
    assert.deepEqual(await flagsOf(server), { ...expected, ...Object.fromEntries(sealed) });
  });
}

test('a secure cookie is never sent without HTTPS, and it is told once why', async (t) => {
  const server = await startTestServer(t, { production: true, trustProxy: 1, origins: [ORIGIN] });
  const browser = server.browser({ origin: ORIGIN });
  for (let visits = 0; visits < 3; visits++) {
    const answer = await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  assert.equal(server.log.length, 1);
  assert.match(server.log[0] ?? '', /not HTTPS, .* set app\.set\('trust proxy', 1\)/);
});

test('a proxy that is not trusted can not claim HTTPS', async (t) => {
  const server = await startTestServer(t, { production: true, origins: [ORIGIN] });
  const answer = await server.browser({ origin: ORIGIN }).send('PUT', '/api/session/data', {
    json: { a: 1 },
    headers: HTTPS,
  });
  assert.deepEqual(answer.headers.getSetCookie(), []);
  assert.match(server.log[0] ?? '', /not HTTPS/);
});

test('nothing is told where all is HTTPS', async (t) => {
  const server = await startTestServer(t, { production: true, trustProxy: 1, origins: [ORIGIN] });
  await server.browser().send('GET', '/api/session', { headers: HTTPS });
  assert.deepEqual(server.log, []);
});

for (const trustProxy of [true, () => true]) {
  test(`to trust every proxy is refused: ${String(trustProxy)}`, async (t) => {
    const server = await startTestServer(t, { trustProxy });
    const answer = await server.browser().signIn(rightPassword(UMA));
    assert.equal(answer.status, 500);
    assert.deepEqual(server.verified, []);
    assert.match(server.log[0] ?? '', /lets each client name its own address.*number of proxies/);
  });
}

for (const trustProxy of [false, 0, 2, 'loopback', '10.0.0.0/8, 127.0.0.1']) {
  test(`to trust ${String(trustProxy)} is fine`, async (t) => {
    const server = await startTestServer(t, { trustProxy });
    assert.equal((await server.browser().signIn(rightPassword(UMA))).status, 204);
  });
}

test('the cookie is renewed by a request of a minute later, and removed by the sign-out', async (t) => {
  const browser = (await startTestServer(t)).browser();
  await browser.signIn(rightPassword(UMA));
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
  assert.equal((await browser.send('GET', '/nowhere')).headers.getSetCookie().length, 1);
  const [removed = '', ...more] = (await browser.signOut()).headers.getSetCookie();
  assert.match(removed, /^sid=; Path=\/; Expires=Thu, 01 Jan 1970 .*HttpOnly; SameSite=Lax$/);
  assert.deepEqual(more, []);
});

for (const [name, make] of [
  ['sqlite', () => stores.sqlite({ file: `${folder}/rotation.sqlite` })],
  ['cookie', () => stores.cookie()],
] as const) {
  test(`new secrets keep people signed in whose session is in ${name}, until the old one goes`, async (t) => {
    const [older, newer, newest] = ['older', 'newer', 'newest'].map(
      (age) => `${age}-${TEST_SECRET}`,
    );
    const browsers: TestBrowser[] = [];
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const steps: readonly (readonly [secret: string | readonly string[], status: number])[] = [
      [older ?? '', 200],
      [[newer ?? '', older ?? ''], 200],
      [[newest ?? '', newer ?? ''], 200],
      [older ?? '', 401],
    ];
    for (const [secret, status] of steps) {
      const server = await startTestServer(t, { store: make(), secret });
      const browser = browsers.at(-1)?.copy({ url: server.url }) ?? server.browser();
      if (browsers.length === 0) await browser.signIn(rightPassword(UMA));
      browsers.push(browser);
      // The next cookie is signed by the first secret.
      t.mock.timers.tick(60_000);
      assert.equal((await browser.send('GET', '/api/session')).status, status);
      await server.stop();
    }
  });
}
