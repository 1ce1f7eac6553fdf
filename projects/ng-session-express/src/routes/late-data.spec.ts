import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { NgSessionOptions } from '../options/ng-session-options.ts';
import { localStores } from '../testing/local-stores.ts';
import { pausableStore } from '../testing/pausable-store.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

const PATH = '/api/session/data';
const OLD = { cart: ['lamp'] };
const NEW = { cart: ['lamp', 'table'] };

type Work = (browser: TestBrowser) => Promise<unknown>;

const signIn: Work = (browser) => browser.signIn(rightPassword(UMA));

const CASES: readonly (readonly [what: string, begin: Work, end: Work])[] = [
  ['a guest, overtaken by a sign-in,', () => Promise.resolve(), signIn],
  ['somebody, overtaken by a sign-in,', signIn, signIn],
  ['somebody, overtaken by a sign-out,', signIn, (browser) => browser.signOut()],
];

for (const [name, make] of localStores(await temporaryFolder())) {
  for (const [what, begin, end] of CASES) {
    test(`data of ${what} is refused, and stored when it is sent again, in ${name}`, async (t) => {
      const { store, pause } = pausableStore(make());
      const server = await startTestServer(t, { store });
      const browser = server.browser();
      await begin(browser);
      await browser.send('PUT', PATH, { json: OLD });
      const paused = pause('change');
      const put = browser.copy().send('PUT', PATH, { json: NEW });
      const goOn = await paused;
      await end(browser);
      goOn();
      const { status, headers } = await put;
      assert.equal(status, 409);
      assert.deepEqual(headers.getSetCookie(), []);
      assert.equal((await browser.send('PUT', PATH, { json: NEW })).status, 204);
      assert.deepEqual((await browser.send('GET', PATH)).body, NEW);
      assert.deepEqual(server.log, []);
    });
  }
}

const UNSTORED: readonly (readonly [string, Partial<NgSessionOptions>, json: object])[] = [
  ['where sessions are off', { enabled: false }, NEW],
  ['that is there already, in a request that readOnly() names', { readOnly: () => true }, {}],
];
for (const [what, options, json] of UNSTORED) {
  test(`data ${what} is no conflict`, async (t) => {
    const browser = (await startTestServer(t, options)).browser();
    const { status, headers } = await browser.send('PUT', PATH, { json });
    assert.equal(status, 204);
    assert.deepEqual(headers.getSetCookie(), []);
  });
}
