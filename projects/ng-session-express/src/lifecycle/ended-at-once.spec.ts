import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import type { SessionStore, SessionStoreFactory } from '../stores/session-store.ts';
import { localStores } from '../testing/local-stores.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { regenerateSession } from './regenerate-session.ts';
import { startSession } from './start-session.ts';

/** A step of a new id: the old one is ended, then the new one is stored. */
type Step = 'destroy' | 'write';

interface Paused {
  readonly store: SessionStoreFactory;
  /** Has the next such step wait; resolves when it does, with what lets it go on. */
  pause(step: Step): Promise<() => void>;
}

/** A store in which what begins under a new id can be held up before each of its steps. */
function pausable(make: SessionStoreFactory): Paused {
  const waiting = new Map<Step, (goOn: () => void) => void>();
  const turn = async (step: Step): Promise<void> => {
    const started = waiting.get(step);
    waiting.delete(step);
    if (started) await new Promise<void>(started);
  };
  return {
    store: (context) => {
      const kept = make(context) as SessionStore;
      return new Proxy(kept, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          const run = (...args: unknown[]): unknown => Reflect.apply(value, target, args);
          if (name === 'destroy') {
            return async (id: string, successor?: string) => {
              if (successor !== undefined) await turn('destroy');
              return run(id, successor);
            };
          }
          if (name === 'write') {
            return async (id: string, session: object, options: { version: string | null }) => {
              if (options.version === null) await turn('write');
              return run(id, session, options);
            };
          }
          return run;
        },
      });
    },
    pause: (step) =>
      new Promise((resolve) => {
        waiting.set(step, resolve);
      }),
  };
}

/** Another tab signs Uma out while a sign-in of hers, or of somebody else, is being stored. */
async function signOutDuringSignIn(
  t: TestContext,
  make: () => SessionStoreFactory,
  next: typeof UMA,
) {
  const { store, pause } = pausable(make());
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

const kinds = localStores(await temporaryFolder()).filter(([name]) => name !== 'cookie');

for (const [name, make] of kinds) {
  for (const step of ['destroy', 'write'] as const) {
    for (const ending of ['a sign-out', 'revokeAll()'] as const) {
      test(`${ending} before the ${step} of a new id ends both, in ${name}`, async (t) => {
        const { store, pause } = pausable(make());
        const server = await startTestServer(t, { store });
        server.routes.post('/promote', async (request, response) => {
          await regenerateSession(request);
          response.json(request.session.userId);
        });
        const browser = server.browser();
        await browser.signIn(rightPassword(UMA));
        const other = browser.copy();
        const paused = pause(step);
        const promoted = browser.send('POST', '/promote');
        const goOn = await paused;
        if (ending === 'a sign-out') assert.equal((await other.signOut()).status, 204);
        else await server.session.sessions.revokeAll(UMA.id);
        goOn();
        const { status, body, headers } = await promoted;
        assert.deepEqual([status, body], [200, UMA.id]);
        assert.deepEqual(headers.getSetCookie(), []);
        assert.deepEqual(await server.session.sessions.list(UMA.id), []);
        assert.equal((await browser.send('GET', '/api/session')).status, 401);
      });
    }
  }

  test(`revokeAll() of all but a session that gets a new id leaves none, in ${name}`, async (t) => {
    const { store, pause } = pausable(make());
    const server = await startTestServer(t, { store });
    const ids: string[] = [];
    server.routes.post('/promote', async (request, response) => {
      ids.push(request.sessionID);
      await regenerateSession(request);
      response.end();
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const paused = pause('write');
    const promoted = browser.send('POST', '/promote');
    const goOn = await paused;
    await server.session.sessions.revokeAll(UMA.id, ids[0]);
    goOn();
    assert.deepEqual((await promoted).headers.getSetCookie(), []);
    assert.deepEqual(await server.session.sessions.list(UMA.id), []);
  });

  test(`a sign-out while a sign-in is stored ends it, in ${name}`, async (t) => {
    const { server, answer } = await signOutDuringSignIn(t, make, UMA);
    const { status, headers } = answer;
    assert.equal(status, 401);
    assert.deepEqual(headers.getSetCookie(), []);
    assert.deepEqual(await server.session.sessions.list(UMA.id), []);
  });

  for (const step of ['write', 'destroy', null] as const) {
    const when = step === null ? 'after another' : `while another stands before its ${step}`;

    test(`a sign-in ${when} by the same cookie loses no cart, in ${name}`, async (t) => {
      const { store, pause } = pausable(make());
      const server = await startTestServer(t, { store });
      const cart = { cart: 'A lamp' };
      for (const [next, expected] of [
        [UMA, cart],
        [ADA, {}],
      ] as const) {
        const first = server.browser();
        await first.send('PUT', '/api/session/data', { json: cart });
        const second = first.copy();
        const paused = step && pause(step);
        const signedIn = first.signIn(rightPassword(UMA));
        const goOn = await (paused ?? signedIn.then(() => () => undefined));
        assert.equal((await second.signIn(rightPassword(next))).status, 204);
        goOn();
        assert.equal((await signedIn).status, 204);
        const isFirst = step === null;
        const dataOf = async (browser: TestBrowser): Promise<unknown> =>
          (await browser.send('GET', '/api/session/data')).body;
        assert.deepEqual(await dataOf(isFirst ? first : second), cart);
        assert.deepEqual(await dataOf(isFirst ? second : first), expected);
        assert.deepEqual((await first.send('GET', '/api/session')).body, UMA);
        assert.deepEqual((await second.send('GET', '/api/session')).body, next);
      }
    });
  }

  test(`a sign-out while somebody else signs in refuses nobody, in ${name}`, async (t) => {
    const { browser, answer } = await signOutDuringSignIn(t, make, ADA);
    assert.equal(answer.status, 204);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, ADA);
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
