import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';

import { startSession } from '../lifecycle/start-session.ts';
import type { SessionStoreFactory } from '../stores/session-store.ts';
import { startTestServer, UMA } from './start-test-server.ts';
import type { TestBrowser } from './test-browser.ts';

const ROUNDS = 20;

/** Holds two servers over one store to it that each person has one session, as the docs say how. */
export function describeOneSession(name: string, make: () => SessionStoreFactory): void {
  describe(`each person has one session, in ${name}`, () => {
    it('is that of the sign-in that came last', async (t) => {
      const [first, second] = await start(t, make());
      assert.equal(await signIn(first()), 204);
      const [one, other] = [first(), second()];
      for (const browser of [one, other]) assert.equal(await signIn(browser), 204);
      assert.deepEqual(await alive(one, other), [other]);
    });

    it('keeps what the browser has, where it signs in once more', async (t) => {
      const [first] = await start(t, make());
      const browser = first();
      const json = { cart: 'A lamp' };
      await signIn(browser);
      // Brings the XSRF token.
      await browser.send('GET', '/api/session');
      await browser.send('PUT', '/api/session/data', { json });
      assert.equal(await signIn(browser), 204);
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, json);
    });

    it('leaves nobody without one who signs in twice at once', async (t) => {
      const [first, second] = await start(t, make());
      for (let round = 0; round < ROUNDS; round++) {
        const both = [first(), second()];
        const statuses = await Promise.all(both.map(signIn));
        const left = await alive(...both);
        assert.ok(left.length > 0, `round ${round}: ${statuses.join()}`);
        const last = second();
        assert.equal(await signIn(last), 204);
        assert.deepEqual(await alive(...both, last), [last], 'the next one ends whichever is left');
      }
    });
  });
}

/** Starts two servers; returns what makes a browser of each. */
async function start(
  t: TestContext,
  store: SessionStoreFactory,
): Promise<readonly [() => TestBrowser, () => TestBrowser]> {
  const servers = [
    await startTestServer(t, { store }),
    await startTestServer(t, { store }),
  ] as const;
  for (const { routes, session } of servers) {
    routes.post('/only-here', async (request, response) => {
      await session.sessions.revokeAll(UMA.id, request.sessionID);
      await startSession(request, UMA);
      response.status(204).end();
    });
  }
  const [first, second] = servers;
  return [() => first.browser(), () => second.browser()];
}

async function signIn(browser: TestBrowser): Promise<number> {
  return (await browser.send('POST', '/only-here')).status;
}

/** Those of the browsers that are signed in. */
async function alive(...browsers: readonly TestBrowser[]): Promise<readonly TestBrowser[]> {
  const answers = await Promise.all(browsers.map((one) => one.send('GET', '/api/session')));
  return browsers.filter((_, index) => answers[index]?.status === 200);
}
