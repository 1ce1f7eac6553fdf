import assert from 'node:assert/strict';
import { test } from 'node:test';

import { json } from 'express';
import type { Request } from 'express';

import { localStores } from '../testing/local-stores.ts';
import {
  PASSWORD,
  rightPassword,
  startTestServer,
  UMA,
  wrongPassword,
} from '../testing/start-test-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** How a password begins that nobody waits for. */
const GIVEN_UP = 'given up: ';

test('a right password that revokeAll() refuses is no failed guess', async (t) => {
  const server: TestServer = await startTestServer(t, {
    signInLimits: { perAddress: 2, perAccount: 2 },
    signIn: async ({ password }) => {
      if (password !== PASSWORD) return null;
      await server.session.sessions.revokeAll(UMA.id);
      return UMA;
    },
  });
  const browser = server.browser();
  for (let round = 0; round < 3; round++) {
    const { status, body } = await browser.signIn(rightPassword(UMA));
    assert.equal(status, 401);
    assert.match(JSON.stringify(body), /by revokeAll\(\) or a sign-out/);
  }
  const statuses = [];
  for (let guess = 0; guess < 3; guess++) {
    statuses.push((await browser.signIn(wrongPassword(UMA))).status);
  }
  assert.deepEqual(statuses, [401, 401, 429]);
});

test('right passwords count while they are under way, and not after it', async (t) => {
  const bothBegun = Promise.withResolvers<void>();
  const checked = Promise.withResolvers<void>();
  let begun = 0;
  const server = await startTestServer(t, {
    signInLimits: { perAddress: 2 },
    signIn: async () => {
      if (++begun === 2) bothBegun.resolve();
      await checked.promise;
      return UMA;
    },
  });
  const signIn = async (): Promise<number> =>
    (await server.browser().signIn(rightPassword(UMA))).status;
  const underWay = [signIn(), signIn()];
  await bothBegun.promise;
  assert.equal(await signIn(), 429);
  checked.resolve();
  assert.deepEqual(await Promise.all(underWay), [204, 204]);
  assert.equal(await signIn(), 204);
});

for (const [name, make] of localStores(await temporaryFolder())) {
  test(`a right password whose answer nobody waits for does not count, and a guess does, in ${name}`, async (t) => {
    let [begun, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const server = await startTestServer(t, {
      store: make(),
      signInLimits: { perAddress: 3, perAccount: 3 },
      ahead: (app) =>
        app.use((_request, response, next) => {
          response.once('close', closed.resolve);
          next();
        }),
      signIn: async ({ password }) => {
        begun.resolve();
        if (password.startsWith(GIVEN_UP)) await closed.promise;
        return password.endsWith(PASSWORD) ? UMA : null;
      },
    });
    /** Begins a sign-in, and goes while its password is looked at. */
    const giveUp = async (password: string): Promise<void> => {
      [begun, closed] = [Promise.withResolvers(), Promise.withResolvers()];
      const leaving = new AbortController();
      const answer = fetch(`${server.url}/api/users/sign-in`, {
        method: 'POST',
        headers: { origin: 'http://localhost:4200', 'content-type': 'application/json' },
        body: JSON.stringify({ email: UMA.email, password: GIVEN_UP + password }),
        signal: leaving.signal,
      });
      await Promise.race([begun.promise, answer]);
      leaving.abort();
      await assert.rejects(answer);
      await closed.promise;
    };
    for (let round = 0; round < 5; round++) await giveUp(PASSWORD);
    for (let guess = 0; guess < 2; guess++) await giveUp('a guess');
    const browser = server.browser();
    const statuses = [];
    for (const credentials of [rightPassword(UMA), wrongPassword(UMA), rightPassword(UMA)]) {
      statuses.push((await browser.signIn(credentials)).status);
    }
    assert.deepEqual(statuses, [204, 401, 429]);
  });
}

test('a right password takes nothing back of a window that began after it', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const [begun, checked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const server = await startTestServer(t, {
    signInLimits: { window: '10m', perAccount: 1 },
    signIn: async ({ password }) => {
      if (password !== PASSWORD) return null;
      begun.resolve();
      await checked.promise;
      return UMA;
    },
  });
  const browser = server.browser();
  const slow = server.browser().signIn(rightPassword(UMA));
  await begun.promise;
  t.mock.timers.tick(10 * 60_000);
  assert.equal((await browser.signIn(wrongPassword(UMA))).status, 401);
  checked.resolve();
  assert.equal((await slow).status, 204);
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 429);
});

test('a sign-in of an app that names no account is 422, and its password is not looked at', async (t) => {
  const server = await startTestServer(t);
  // As an app may write it that takes the body for what it should be.
  const account = ({ body }: Request): string => ((body ?? {}) as { readonly name: string }).name;
  server.routes.post('/token', json(), server.session.limitSignIns(account), () =>
    assert.fail('Nobody is named.'),
  );
  const browser = server.browser();
  for (const body of [undefined, {}, { name: '' }, { name: 7 }, { name: ['uma'] }]) {
    const answer = await browser.send('POST', '/token', body && { json: body });
    assert.equal(answer.status, 422, JSON.stringify(body));
    assert.deepEqual(answer.body, { error: 'The account is missing, or is no text.' });
  }
  assert.deepEqual(server.log, []);
});
