import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import type { SessionStoreFactory } from '../stores/session-store.ts';
import { localStores } from '../testing/local-stores.ts';
import { pausableStore } from '../testing/pausable-store.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { regenerateSession } from './regenerate-session.ts';

const kinds = localStores(await temporaryFolder());
/** Of what one request has sealed into its answer, another one knows nothing. */
const onServer = kinds.filter(([name]) => name !== 'cookie');

const CART = { cart: 'A lamp' };

/**
 * Fills the cart of a guest in two tabs; the first one signs Uma in, and gets a new id so many times.
 */
async function promoteGuest(
  t: TestContext,
  make: () => SessionStoreFactory,
  times: number,
): Promise<{ first: TestBrowser; second: TestBrowser }> {
  const server = await startTestServer(t, { store: make() });
  server.routes.post('/promote', async (request, response) => {
    await regenerateSession(request);
    response.end();
  });
  const first = server.browser();
  await first.send('PUT', '/api/session/data', { json: CART });
  const second = first.copy();
  await first.signIn(rightPassword(UMA));
  for (let promoted = 0; promoted < times; promoted++) await first.send('POST', '/promote');
  return { first, second };
}

for (const [name, make] of kinds) {
  test(`somebody who signs in again while another one does leaves them there, in ${name}`, async (t) => {
    const { store, pause } = pausableStore(make());
    const browser = (await startTestServer(t, { store })).browser();
    await browser.signIn(rightPassword(UMA));
    const paused = pause('write');
    const signedIn = browser.signIn(rightPassword(UMA));
    const goOn = await paused;
    assert.equal((await browser.signIn(rightPassword(ADA))).status, 204);
    goOn();
    const { status, headers } = await signedIn;
    assert.equal(status, 401);
    assert.deepEqual(headers.getSetCookie(), []);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, ADA);
  });

  test(`a sign-in by the cookie of before ends nothing that began after it, in ${name}`, async (t) => {
    const { first, second } = await promoteGuest(t, make, 2);
    assert.equal((await second.signIn(rightPassword(UMA))).status, 204);
    assert.deepEqual((await first.send('GET', '/api/session')).body, UMA);
  });
}

for (const [name, make] of onServer) {
  test(`a sign-in after another that has a new id by now loses no cart, in ${name}`, async (t) => {
    const { second } = await promoteGuest(t, make, 2);
    await second.signIn(rightPassword(UMA));
    assert.deepEqual((await second.send('GET', '/api/session/data')).body, CART);
  });

  test(`a sign-in of somebody else after it takes no cart, in ${name}`, async (t) => {
    const { second } = await promoteGuest(t, make, 2);
    await second.signIn(rightPassword(ADA));
    assert.deepEqual((await second.send('GET', '/api/session/data')).body, {});
  });

  for (const step of ['write', 'destroy', null] as const) {
    const when = step === null ? 'after another' : `while another stands before its ${step}`;

    test(`a sign-in ${when} by the same cookie loses no cart, in ${name}`, async (t) => {
      const { store, pause } = pausableStore(make());
      const server = await startTestServer(t, { store });
      for (const [next, expected] of [
        [UMA, CART],
        [ADA, {}],
      ] as const) {
        const first = server.browser();
        await first.send('PUT', '/api/session/data', { json: CART });
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
        assert.deepEqual(await dataOf(isFirst ? first : second), CART);
        assert.deepEqual(await dataOf(isFirst ? second : first), expected);
        assert.deepEqual((await first.send('GET', '/api/session')).body, UMA);
        assert.deepEqual((await second.send('GET', '/api/session')).body, next);
      }
    });
  }
}
