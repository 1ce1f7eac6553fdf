import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import type { SessionStore } from '../stores/session-store.ts';
import { stores } from '../stores/stores.ts';
import { localStores } from '../testing/local-stores.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestServer, TestServerOptions } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestAnswer } from '../testing/test-browser.ts';

const SAVED = { type: 'success', message: 'Saved.' };
const kinds = localStores(await temporaryFolder());

async function setUp(t: TestContext, options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(t, options);
  server.routes.post('/save', (request, response) => {
    request.flash('notification', SAVED);
    response.status(204).end();
  });
  server.routes.post('/several', (request, response) => {
    request.flash({ notification: SAVED, count: 2, nothing: undefined });
    request.flash('notification', 'the later one');
    response.redirect('http://localhost:4200/done');
  });
  server.routes.post('/invalid', (request, response) => {
    request.flashValidationErrors({ name: ['This is required.'] });
    response.redirect('http://localhost:4200/form');
  });
  return server;
}

function flashOf({ body }: TestAnswer): unknown {
  return (body as { flash?: unknown }).flash;
}

for (const [name, make] of kinds) {
  test(`a message comes once, with the next answer of the session, from ${name}`, async (t) => {
    const browser = (await setUp(t, { store: make() })).browser();
    await browser.signIn(rightPassword(UMA));
    await browser.send('POST', '/save');
    await browser.send('GET', '/api/session/data');
    const { body } = await browser.send('GET', '/api/session');
    assert.deepEqual(body, { ...UMA, flash: { notification: SAVED } });
    assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
  });

  // A sealed session is in each request, so that nobody can tell who was first.
  if (name === 'cookie') continue;
  test(`of many requests at once, one gets the message, from ${name}`, async (t) => {
    const browser = (await setUp(t, { store: make() })).browser();
    await browser.signIn(rightPassword(UMA));
    await browser.send('POST', '/save');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => browser.copy().send('GET', '/api/session')),
    );
    const flashes = answers.map(flashOf).filter((flash) => flash !== undefined);
    assert.deepEqual(flashes, [{ notification: SAVED }]);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
  });
}

test('messages are kept by their keys, the later ones in place of the earlier ones', async (t) => {
  const browser = (await setUp(t)).browser();
  await browser.signIn(rightPassword(UMA));
  await browser.send('POST', '/save');
  await browser.send('POST', '/several');
  await browser.send('POST', '/invalid');
  assert.deepEqual(flashOf(await browser.send('GET', '/api/session')), {
    notification: 'the later one',
    count: 2,
    errors: { name: ['This is required.'] },
  });
});

test('messages of two requests at once are both kept', async (t) => {
  const browser = (await setUp(t)).browser();
  await browser.signIn(rightPassword(UMA));
  await Promise.all([browser.send('POST', '/save'), browser.send('POST', '/invalid')]);
  assert.deepEqual(flashOf(await browser.send('GET', '/api/session')), {
    notification: SAVED,
    errors: { name: ['This is required.'] },
  });
});

test('a message is no part of the data, and goes with a sign-out', async (t) => {
  const browser = (await setUp(t)).browser();
  await browser.signIn(rightPassword(UMA));
  await browser.send('POST', '/save');
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
  await browser.signOut();
  await browser.signIn(rightPassword(UMA));
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
});

test('the app greets whoever has signed in, and nobody else', async (t) => {
  const flashOnSignIn = (user: object): object => ({ notification: { user } });
  const browser = (await setUp(t, { flashOnSignIn } as TestServerOptions)).browser();
  assert.equal((await browser.signIn({ email: UMA.email, password: 'a guess' })).status, 401);
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
  assert.deepEqual(flashOf(await browser.send('GET', '/api/session')), {
    notification: { user: UMA },
  });
  assert.equal(flashOf(await browser.send('GET', '/api/session')), undefined);
});

const unread: readonly [what: string, method: string, headers: Record<string, string>][] = [
  ['a HEAD', 'HEAD', {}],
  [
    'a link of another site',
    'GET',
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site' },
  ],
  ['a request that only reads', 'GET', { 'x-read-only': '1' }],
];
for (const [what, method, headers] of unread) {
  test(`${what} takes no message, and writes nothing`, async (t) => {
    let writes = 0;
    const server = await setUp(t, {
      readOnly: (request) => request.headers['x-read-only'] !== undefined,
      store: (context) => {
        const store = stores.memory()(context) as SessionStore;
        const write = store.write.bind(store);
        store.write = (...args) => (writes++, write(...args));
        return store;
      },
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    await browser.send('POST', '/save');
    const before = writes;
    const answer = await browser.send(method, '/api/session', { headers });
    assert.equal(answer.status, 200);
    if (method === 'GET') assert.deepEqual(answer.body, UMA);
    assert.equal(writes, before);
    assert.deepEqual(flashOf(await browser.send('GET', '/api/session')), { notification: SAVED });
  });
}

for (const [method, path] of [
  ['GET', '/api/session'],
  ['POST', '/several'],
] as const) {
  test(`${method} ${path} gives up where somebody else always writes in between`, async (t) => {
    let isBusy = false;
    let writes = 0;
    const server = await setUp(t, {
      store: (context) => {
        const store = stores.memory()(context) as SessionStore;
        const write = store.write.bind(store);
        store.write = async (...args) => {
          if (!isBusy) return write(...args);
          writes++;
          return 'conflict';
        };
        return store;
      },
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    await browser.send('POST', '/save');
    isBusy = true;
    assert.equal((await browser.send(method, path)).status, 500);
    assert.equal(writes, 20);
    assert.match(server.log.join(), /written by too many requests at once/);
  });
}

test('what JSON can not carry is a fault of the app, and changes nothing', async (t) => {
  const server = await setUp(t);
  server.routes.post('/wrong', (request, response) => {
    request.flash('count', 1n);
    response.end();
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  assert.equal((await browser.send('POST', '/wrong')).status, 500);
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
});
