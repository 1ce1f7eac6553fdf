import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import express from 'express';
import type { RequestHandler } from 'express';

import { ngSession } from '../ng-session.ts';
import type { NgSession } from '../ng-session.ts';
import { localStores } from '../testing/local-stores.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

for (const [name, make] of localStores(await temporaryFolder())) {
  test(`a session in ${name} ends with the account, also for who gets its id later`, async (t) => {
    let isThere = true;
    const server = await startTestServer(t, {
      store: make(),
      findUser: () => (isThere ? UMA : null),
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
    const copy = browser.copy();
    isThere = false;
    const late = await browser.copy().send('PUT', '/api/session/data', { json: { cart: 2 } });
    assert.equal(late.status, 409, 'what was theirs is left to nobody');
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    assert.equal((await browser.send('GET', '/api/session')).status, 401);
    assert.equal((await browser.signOut()).status, 204);
    isThere = true;
    assert.equal((await browser.send('GET', '/api/session')).status, 401);
    // The browser keeps what is sealed: a copy of before is as good as the account that is back.
    if (name !== 'cookie') assert.equal((await copy.send('GET', '/api/session')).status, 401);
    assert.deepEqual(server.log, []);
  });
}

/** Serves an app that uses something before its sessions. */
async function serve(t: TestContext, before: RequestHandler, session: NgSession): Promise<string> {
  const server = express().use(before, session).listen(0, '127.0.0.1');
  t.after(async () => {
    server.close();
    await session.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const OPTIONS = { origins: [], signIn: () => null, findUser: () => null };

test('session data has its limit also where the app has parsed the body before', async (t) => {
  const session = ngSession({ ...OPTIONS, dataLimit: 100 });
  const url = await serve(t, express.json({ limit: '1mb' }), session);
  const put = (text: string): Promise<Response> =>
    fetch(`${url}/api/session/data`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
  assert.equal((await put('x'.repeat(50))).status, 204);
  assert.equal((await put('x'.repeat(100))).status, 413);
});

test('a request that has a session already is told how to mend it', async (t) => {
  const lines: string[] = [];
  const session = ngSession({ ...OPTIONS, log: (line) => void lines.push(line) });
  const url = await serve(t, session, session);
  assert.equal((await fetch(`${url}/nowhere`)).status, 500);
  assert.match(lines.join(), /Use ngSession\(\) once/);
});
