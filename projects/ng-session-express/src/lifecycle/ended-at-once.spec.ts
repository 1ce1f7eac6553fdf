import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import type { SessionStoreFactory } from '../stores/session-store.ts';
import { localStores } from '../testing/local-stores.ts';
import { pausableStore, type Step } from '../testing/pausable-store.ts';
import { addSlowRoute } from '../testing/slow-route.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestAnswer, TestBrowser } from '../testing/test-browser.ts';
import { regenerateSession } from './regenerate-session.ts';
import { startSession } from './start-session.ts';

const kinds = localStores(await temporaryFolder());
/** Sessions that a browser carries can not be listed, and no request finds what another one has sealed. */
const listing = kinds.filter(([name]) => name !== 'cookie');

type NewIdStep = Exclude<Step, 'change'>;

const WHEN: Readonly<Record<NewIdStep, string>> = {
  write: 'before a new session is stored',
  destroy: 'between a new session and the end of the one before',
};

/** The steps of a new id that can be held up; where the browser carries the session, nothing comes between them. */
function stepsOf(name: string): readonly NewIdStep[] {
  return name === 'cookie' ? ['write'] : ['write', 'destroy'];
}

interface Promotion {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  /** The id that is about to be replaced. */
  readonly id: string;
  finish(): Promise<TestAnswer>;
}

/** Signs Uma in, and asks for a new id of her session, which is held up before a step. */
async function promoteUntil(
  t: TestContext,
  step: Step,
  make: () => SessionStoreFactory,
): Promise<Promotion> {
  const { store, pause } = pausableStore(make());
  const server = await startTestServer(t, { store });
  const ids: string[] = [];
  server.routes.post('/promote', async (request, response) => {
    ids.push(request.sessionID);
    await regenerateSession(request);
    response.json(request.session.userId);
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const paused = pause(step);
  const promoted = browser.send('POST', '/promote');
  const goOn = await paused;
  return { server, browser, id: ids[0] ?? '', finish: () => (goOn(), promoted) };
}

/** Another tab signs Uma out while a sign-in of hers, or of somebody else, is being stored. */
async function signOutDuringSignIn(
  t: TestContext,
  make: () => SessionStoreFactory,
  next: typeof UMA,
) {
  const { store, pause } = pausableStore(make());
  const server = await startTestServer(t, { store });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const other = browser.copy();
  const paused = pause('write');
  const signedIn = browser.signIn(rightPassword(next));
  const goOn = await paused;
  await other.signOut();
  goOn();
  return { server, browser, answer: await signedIn };
}

for (const [name, make] of kinds) {
  for (const step of stepsOf(name)) {
    test(`a sign-out ${WHEN[step]} ends both, in ${name}`, async (t) => {
      const { browser, finish } = await promoteUntil(t, step, make);
      assert.equal((await browser.copy().signOut()).status, 204);
      const { status, body, headers } = await finish();
      assert.deepEqual([status, body], [200, UMA.id]);
      assert.deepEqual(headers.getSetCookie(), []);
      assert.equal((await browser.send('GET', '/api/session')).status, 401);
    });

    test(`another new id ${WHEN[step]} is the one that stays, in ${name}`, async (t) => {
      const { browser, finish } = await promoteUntil(t, step, make);
      assert.equal((await browser.send('POST', '/promote')).status, 200);
      assert.deepEqual((await finish()).headers.getSetCookie(), []);
      assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
    });
  }

  test(`a new id after a sign-out is not stored, not even for a moment, in ${name}`, async (t) => {
    const { store, pause } = pausableStore(make());
    const server = await startTestServer(t, { store });
    const slow = addSlowRoute(server.routes, { work: regenerateSession });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const request = await slow.begin(browser);
    await browser.signOut();
    let isStored = false;
    void pause('write').then((goOn) => {
      isStored = true;
      goOn();
    });
    assert.equal((await request.end()).status, 200);
    assert.equal(isStored, false);
  });

  test(`a sign-out while a sign-in is stored ends it, in ${name}`, async (t) => {
    const { answer, browser } = await signOutDuringSignIn(t, make, UMA);
    assert.equal(answer.status, 401);
    assert.deepEqual(answer.headers.getSetCookie(), []);
    assert.equal((await browser.send('GET', '/api/session')).status, 401);
  });

  test(`a sign-out while somebody else signs in refuses nobody, in ${name}`, async (t) => {
    const { browser, answer } = await signOutDuringSignIn(t, make, ADA);
    assert.equal(answer.status, 204);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, ADA);
  });
}

for (const [name, make] of listing) {
  for (const step of stepsOf(name)) {
    for (const ending of ['a sign-out', 'revokeAll()'] as const) {
      test(`${ending} ${WHEN[step]} leaves none, in ${name}`, async (t) => {
        const { server, browser, finish } = await promoteUntil(t, step, make);
        if (ending === 'a sign-out') await browser.copy().signOut();
        else await server.session.sessions.revokeAll(UMA.id);
        assert.deepEqual((await finish()).headers.getSetCookie(), []);
        assert.deepEqual(await server.session.sessions.list(UMA.id), []);
        assert.equal((await browser.send('GET', '/api/session')).status, 401);
      });
    }
  }

  test(`revokeAll() of all but a session that gets a new id leaves none, in ${name}`, async (t) => {
    const { server, id, finish } = await promoteUntil(t, 'write', make);
    await server.session.sessions.revokeAll(UMA.id, id);
    assert.deepEqual((await finish()).headers.getSetCookie(), []);
    assert.deepEqual(await server.session.sessions.list(UMA.id), []);
  });

  test(`a sign-out while a sign-in is stored leaves none, in ${name}`, async (t) => {
    const { server } = await signOutDuringSignIn(t, make, UMA);
    assert.deepEqual(await server.session.sessions.list(UMA.id), []);
  });

  for (const userId of [UMA.id, String(UMA.id)]) {
    const id = JSON.stringify(userId);
    test(`a sign-in that began before revokeAll(${id}) is refused, in ${name}`, async (t) => {
      const started = Promise.withResolvers<void>();
      const checked = Promise.withResolvers<void>();
      const server = await startTestServer(t, {
        store: make(),
        signIn: async () => {
          started.resolve();
          await checked.promise;
          return UMA;
        },
      });
      const browser = server.browser();
      await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
      const signedIn = browser.signIn(rightPassword(UMA));
      await started.promise;
      await server.session.sessions.revokeAll(userId);
      checked.resolve();
      const { status, headers } = await signedIn;
      assert.equal(status, 401);
      assert.deepEqual(headers.getSetCookie(), []);
      assert.deepEqual(await server.session.sessions.list(userId), []);
      assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
    });
  }

  test(`who has ended all sessions goes on with a new one in the same request, in ${name}`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    server.routes.post('/new-password', async (request, response) => {
      await server.session.sessions.revokeAll(UMA.id);
      await startSession(request, UMA);
      response.end();
    });
    server.routes.post('/others', async (request, response) => {
      await server.session.sessions.revokeAll(String(UMA.id), request.sessionID);
      await regenerateSession(request);
      response.end();
    });
    const browser = server.browser();
    for (const path of ['/new-password', '/others']) {
      assert.equal((await browser.send('POST', path)).status, 200);
      assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
    }
  });
}

test('a way of its own to sign in says since when it checks', async (t) => {
  const server = await startTestServer(t);
  server.routes.post('/callback', async (request, response) => {
    const since = Date.now() - 1000;
    await server.session.sessions.revokeAll(UMA.id);
    await startSession(request, UMA, { since });
    response.end();
  });
  const browser = server.browser();
  assert.equal((await browser.send('POST', '/callback')).status, 401);
  assert.deepEqual(browser.cookies, []);
});
