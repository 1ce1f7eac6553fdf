import assert from 'node:assert/strict';
import { test } from 'node:test';

import { json } from 'express';
import type { Request } from 'express';
import type { Store as RateLimitStore } from 'express-rate-limit';

import { parseEmailAndPassword } from '../options/parse-email-and-password.ts';
import { stores } from '../stores/stores.ts';
import {
  ADA,
  PASSWORD,
  rightPassword,
  startTestServer,
  UMA,
  wrongPassword,
} from '../testing/start-test-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestAnswer } from '../testing/test-browser.ts';

const MANY = 1000;
const folder = await temporaryFolder();

/** Signs in from behind a proxy that saw this address. */
function signInFrom(server: TestServer, address: string, json: object): Promise<TestAnswer> {
  const headers = { 'x-forwarded-for': address };
  return server.browser().send('POST', '/api/users/sign-in', { json, headers });
}

test('brute force: one address that tries many accounts is stopped', async (t) => {
  const server = await startTestServer(t, { signInLimits: { perAddress: 3 } });
  const browser = server.browser();
  for (const name of ['a', 'b', 'c']) {
    const json = wrongPassword({ email: `${name}@example.com` });
    assert.equal((await browser.signIn(json)).status, 401);
  }
  const refused = await browser.signIn(rightPassword(UMA));
  assert.equal(refused.status, 429);
  assert.deepEqual(refused.body, { error: 'Too many failed sign-ins. Try again later.' });
  const retryAfter = Number(refused.headers.get('retry-after'));
  assert.ok(retryAfter > 0 && retryAfter <= 15 * 60, `Retry-After: ${retryAfter}`);
  assert.equal(server.verified.length, 3, 'a refused guess is not verified');
});

test('brute force: one account that is tried from many addresses and in many spellings is stopped', async (t) => {
  const server = await startTestServer(t, { signInLimits: { perAccount: 3 }, trustProxy: 1 });
  const spellings = ['uma@example.com', ' UMA@Example.com ', '\tuma@EXAMPLE.com', UMA.email];
  const statuses = [];
  for (const [index, email] of spellings.entries()) {
    const answer = await signInFrom(server, `192.0.2.${index}`, wrongPassword({ email }));
    statuses.push(answer.status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 429]);
  assert.equal((await signInFrom(server, '192.0.2.9', rightPassword(UMA))).status, 429);
  assert.equal((await signInFrom(server, '192.0.2.9', rightPassword(ADA))).status, 204);
});

test('brute force: an app says what the account of its own credentials is', async (t) => {
  const server = await startTestServer(t, {
    signInLimits: { perAccount: 1 },
    parseSignIn: (body) => ({ email: (body as { name: string }).name, password: '' }),
    account: ({ email }) => email.normalize('NFKC').toLowerCase(),
  });
  const statuses = [];
  for (const name of ['uma', 'ＵＭＡ', 'Uma']) {
    statuses.push((await server.browser().signIn({ name })).status);
  }
  assert.deepEqual(statuses, [401, 429, 429]);
});

for (const [name, make] of [
  ['memory', () => stores.memory()],
  ['sqlite', () => stores.sqlite({ file: `${folder}/at-once.sqlite` })],
] as const) {
  test(`brute force: guesses sent all at once are counted one by one in ${name}`, async (t) => {
    const server = await startTestServer(t, {
      store: make(),
      signInLimits: { perAddress: MANY, perAccount: 4 },
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => server.browser().signIn(wrongPassword(UMA))),
    );
    assert.equal(answers.filter(({ status }) => status === 401).length, 4);
    assert.equal(answers.filter(({ status }) => status === 429).length, 16);
  });
}

for (const trustProxy of [false, 1] as const) {
  test(`brute force: an address made up in X-Forwarded-For does not escape the limit, with trust proxy ${trustProxy}`, async (t) => {
    const printed = t.mock.method(console, 'error', () => undefined);
    const server = await startTestServer(t, { signInLimits: { perAddress: 2 }, trustProxy });
    const statuses = [];
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      const madeUp = `203.0.113.${index}`;
      // A proxy adds the address it saw at the end.
      const address = trustProxy === 1 ? `${madeUp}, 192.0.2.1` : madeUp;
      const json = wrongPassword({ email: `${name}@example.com` });
      statuses.push((await signInFrom(server, address, json)).status);
    }
    assert.deepEqual(statuses, [401, 401, 429]);
    assert.deepEqual(server.log, []);
    assert.equal(printed.mock.callCount(), 0);
  });
}

test('sign-ins that succeed, and input that is no guess, do not count', async (t) => {
  const limits = { perAddress: 2, perAccount: 2 };
  const browser = (await startTestServer(t, { signInLimits: limits })).browser();
  for (let round = 0; round < 5; round++) {
    assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
    assert.equal((await browser.signIn({ email: '', password: '' })).status, 422);
  }
});

test('the limits do not tell whether a user exists', async (t) => {
  const server = await startTestServer(t, { signInLimits: { perAccount: 1 } });
  for (const email of [UMA.email, 'nobody@example.com']) {
    const json = wrongPassword({ email });
    const answers = [await server.browser().signIn(json), await server.browser().signIn(json)];
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      [
        [401, '{"error":"The email or the password is wrong."}'],
        [429, '{"error":"Too many failed sign-ins. Try again later."}'],
      ],
    );
  }
});

for (const [name, make] of [
  ['memory', () => stores.memory()],
  ['sqlite', () => stores.sqlite({ file: `${folder}/window.sqlite` })],
  ['cookie', () => stores.cookie()],
] as const) {
  test(`an account can be tried again when the window is over, with sessions in ${name}`, async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const server = await startTestServer(t, {
      store: make(),
      signInLimits: { window: '10m', perAccount: 1 },
    });
    const browser = server.browser();
    assert.equal((await browser.signIn(wrongPassword(UMA))).status, 401);
    t.mock.timers.tick(9 * 60_000);
    assert.equal((await browser.signIn(rightPassword(UMA))).status, 429);
    t.mock.timers.tick(60_001);
    assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
  });
}

test('two servers that share a SQLite file count together, and share the sessions', async (t) => {
  const options = { signInLimits: { perAccount: 4, perAddress: 6 } };
  const start = (): Promise<TestServer> =>
    startTestServer(t, { ...options, store: stores.sqlite({ file: `${folder}/shared.sqlite` }) });
  const servers = [await start(), await start()];
  const statuses = [];
  for (const email of [UMA.email, ADA.email]) {
    for (let guess = 0; guess < 5; guess++) {
      const browser = servers[guess % 2]?.browser();
      statuses.push((await browser?.signIn(wrongPassword({ email })))?.status);
    }
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 429, 401, 401, 429, 429, 429]);
});

test('two servers in one process that share nothing do not count together', async (t) => {
  const options = { signInLimits: { perAccount: 1 } };
  const [first, second] = [await startTestServer(t, options), await startTestServer(t, options)];
  await first.browser().signIn(wrongPassword(UMA));
  assert.equal((await first.browser().signIn(rightPassword(UMA))).status, 429);
  const browser = second.browser();
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
  const visitor = browser.copy({ url: first.url });
  assert.equal((await visitor.send('GET', '/api/session')).status, 401);
});

test('names of accounts are not kept where failures are counted', async (t) => {
  const keys: string[] = [];
  const server = await startTestServer(t, {
    store: (context) => {
      const store = stores.memory()(context);
      return Object.assign(store, {
        counter: () => ({
          increment: (key: string) => (keys.push(key), { totalHits: 1, resetTime: undefined }),
          decrement: () => undefined,
          resetKey: () => undefined,
        }),
      });
    },
  });
  await server.browser().signIn({ email: UMA.email, password: PASSWORD });
  assert.equal(keys.length, 2);
  assert.ok(
    keys.every((key) => !key.includes('uma')),
    keys.join(),
  );
});

test('a counter that fails later is told, without what it says', async (t) => {
  const told: unknown[] = [];
  t.mock.method(console, 'error', (...line: unknown[]) => told.push(line));
  const counter = (): RateLimitStore => ({
    increment: () => Promise.resolve({ totalHits: 1, resetTime: undefined }),
    decrement: () => Promise.reject(new Error('canary of the counter')),
    resetKey: () => Promise.resolve(),
  });
  const server = await startTestServer(t, {
    store: (context) => Object.assign(stores.memory()(context), { counter }),
  });
  server.routes.post(
    '/token',
    server.session.limitSignIns(() => UMA.email),
    (_, response) => {
      response.status(204).end();
    },
  );
  const browser = server.browser();
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
  assert.equal((await browser.send('POST', '/token')).status, 204);
  await server.stop();
  const [first, second, ...more] = server.log;
  for (const line of [first, second]) assert.match(line ?? '', /^A right password stays counted/);
  assert.equal(more.length, 2);
  for (const line of more) assert.match(line, /^express-rate-limit: .*decrement/);
  assert.doesNotMatch(server.log.join(), /canary/);
  assert.deepEqual(told, []);
});

test('brute force: a sign-in of an app counts together with the route, in memory too', async (t) => {
  for (const [what, signInLimits] of [
    ['address', { perAddress: 2 }],
    ['account', { perAccount: 2 }],
  ] as const) {
    const server = await startTestServer(t, { signInLimits });
    const account = ({ body }: Request): string => parseEmailAndPassword(body).email;
    server.routes.post(
      '/token',
      json(),
      server.session.limitSignIns(account),
      (request, response) => {
        response.sendStatus(parseEmailAndPassword(request.body).password === PASSWORD ? 204 : 401);
      },
    );
    const browser = server.browser();
    const byToken = (credentials: object) => browser.send('POST', '/token', { json: credentials });
    assert.equal((await byToken({ email: UMA.email })).status, 422);
    assert.equal((await byToken(rightPassword(UMA))).status, 204);
    assert.equal((await byToken(wrongPassword(UMA))).status, 401);
    assert.equal((await browser.signIn(wrongPassword(UMA))).status, 401);
    assert.equal((await byToken(rightPassword(UMA))).status, 429, what);
    assert.equal((await browser.signIn(rightPassword(UMA))).status, 429, what);
  }
});
