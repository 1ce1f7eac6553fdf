import assert from 'node:assert/strict';
import { test } from 'node:test';

import { localStores } from '../testing/local-stores.ts';
import { pausableStore } from '../testing/pausable-store.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { regenerateSession } from './regenerate-session.ts';

const kinds = localStores(await temporaryFolder());
/** Of what one request has sealed into its answer, another one knows nothing. */
const onServer = kinds.filter(([name]) => name !== 'cookie');

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
}

for (const [name, make] of onServer) {
  for (const step of ['write', 'destroy', null] as const) {
    const when = step === null ? 'after another' : `while another stands before its ${step}`;

    test(`a sign-in ${when} by the same cookie loses no cart, in ${name}`, async (t) => {
      const { store, pause } = pausableStore(make());
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
}
