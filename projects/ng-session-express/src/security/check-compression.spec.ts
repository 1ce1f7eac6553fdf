import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import type { RequestHandler } from 'express';

import { compress } from '../testing/compress.ts';
import { startTestServer } from '../testing/start-test-server.ts';
import type { TestServerOptions } from '../testing/start-test-server.ts';

/** What is logged of two requests that change a session. */
async function logOf(t: TestContext, options: TestServerOptions, ...behind: RequestHandler[]) {
  const server = await startTestServer(t, options);
  const encoding = options.ahead || behind.includes(compress) ? 'gzip' : null;
  server.routes.get('/count', ...behind, ({ session }, response) => {
    session.data['count'] = Number(session.data['count'] ?? 0) + 1;
    response.send('counted');
  });
  const browser = server.browser();
  for (let n = 0; n < 2; n++) {
    const { status, headers } = await browser.send('GET', '/count');
    assert.deepEqual([status, headers.get('content-encoding')], [200, encoding]);
  }
  return server.log;
}

test('compression behind the sessions is told once, with where it belongs', async (t) => {
  const log = await logOf(t, {}, compress);
  assert.equal(log.length, 1);
  assert.match(log[0] ?? '', /compresses answers.* Put compression\(\) before app\.use\(session\)/);
});

test('compression ahead of the sessions, or none, is nothing to tell', async (t) => {
  assert.deepEqual(await logOf(t, { ahead: (app) => app.use(compress) }), []);
  assert.deepEqual(await logOf(t, {}), []);
  const watch: RequestHandler = (_request, response, next) => {
    response.write = response.write.bind(response);
    next();
  };
  assert.deepEqual(await logOf(t, {}, watch), [], 'what only looks on is none');
});
