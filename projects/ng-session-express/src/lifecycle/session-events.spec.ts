import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { SessionEvents } from './session-events.ts';
import { regenerateSession } from './regenerate-session.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';

const NAMES = ['session:initiated', 'session:committed', 'session:migrated'] as const;

/** Takes note of what is told, as name and ids. */
function listen({ session }: TestServer): unknown[][] {
  const told: unknown[][] = [];
  for (const name of NAMES) {
    session.events.on(name, (event: SessionEvents[typeof name][0]) =>
      told.push([name, ...Object.values(event)]),
    );
  }
  return told;
}

test('tells of a session that begins, is changed, and gets a new id', async (t) => {
  const server = await startTestServer(t);
  server.routes.post('/promote', async (request, response) => {
    await regenerateSession(request);
    response.end();
  });
  const told = listen(server);
  const browser = server.browser();

  await browser.send('GET', '/api/session/data');
  assert.deepEqual(told.splice(0), [], 'nothing was kept');

  await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
  const first = told[0]?.[1];
  assert.match(String(first), /^.{20,}$/);
  assert.deepEqual(told.splice(0), [
    ['session:initiated', first],
    ['session:committed', first],
  ]);

  await browser.send('GET', '/api/session/data');
  assert.deepEqual(told.splice(0), [], 'nothing was changed');

  await browser.send('PUT', '/api/session/data', { json: { a: 2 } });
  assert.deepEqual(told.splice(0), [['session:committed', first]]);

  await browser.signIn(rightPassword(UMA));
  const second = told[0]?.[1];
  assert.notEqual(second, first);
  assert.deepEqual(told.splice(0), [
    ['session:initiated', second],
    ['session:committed', second],
    ['session:migrated', first, second],
  ]);

  await browser.send('POST', '/promote');
  const third = told[0]?.[1];
  assert.deepEqual(told.splice(0), [
    ['session:initiated', third],
    ['session:committed', third],
    ['session:migrated', second, third],
  ]);
  await browser.signOut();
  assert.deepEqual(told, []);
});

const failing: readonly (readonly [how: string, fail: () => void])[] = [
  ['throws', () => assert.fail('canary')],
  ['rejects', () => Promise.reject(new TypeError('canary'))],
];
for (const [how, fail] of failing) {
  for (const name of NAMES) {
    test(`a listener of ${name} that ${how} fails no request, and is logged without its message`, async (t) => {
      const server = await startTestServer(t);
      server.session.events.on(name, fail);
      const browser = server.browser();
      const { status } = await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
      assert.equal(status, 204);
      assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
      assert.equal((await browser.send('GET', '/api/session')).status, 200);
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { a: 1 });
      assert.match(server.log[0] ?? '', /^A listener of session events failed: \w+Error\.$/);
      assert.doesNotMatch(server.log.join(), /canary/);
    });
  }
}
