import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';

import { HttpError } from '../http/http-error.ts';
import { localStores } from '../testing/local-stores.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const ORDERS = { orders: 'A lamp. '.repeat(40) };
const kinds = localStores(await temporaryFolder());

type Late = (request: Request, response: Response, next: NextFunction) => unknown;

/** What a handler may do when it has ended its answer, and how many failures of it are logged. */
const lates: readonly (readonly [what: string, late: Late, logged: number])[] = [
  ['throws', () => assert.fail('late'), 1],
  ['rejects', () => Promise.resolve().then(() => assert.fail('late')), 1],
  ['passes an answer on', (_request, _response, next) => next(new HttpError(404, 'No.')), 1],
  ['goes on to a route that is not there', (_request, _response, next) => next(), 0],
  ['answers less', (_request, response) => response.status(404).json({}), 0],
  ['answers more', (_request, response) => response.json({ more: 'x'.repeat(900) }), 0],
  ['writes more', (_request, response) => response.write('more'), 0],
  ['writes another head', (_request, response) => response.writeHead(404, { 'X-Late': '1' }), 0],
  ['sends the head', (_request, response) => response.status(404).flushHeaders(), 0],
  ['says why', (_request, response) => void (response.statusMessage = 'Late'), 0],
  ['takes headers away', (_request, response) => response.removeHeader('X-Own'), 0],
  ['sets other headers', (_request, response) => response.set({ 'X-Own': '2', 'X-Late': '1' }), 0],
];

for (const [name, make] of kinds) {
  for (const [what, late, logged] of lates) {
    test(`an answer stays whole where its handler ${what} after it, with sessions in ${name}`, async (t) => {
      const server = await startTestServer(t, { store: make() });
      server.routes.post('/orders', (request, response, next) => {
        request.session.data['seen'] = true;
        response.cookie('theme', 'dark').set('X-Own', '1').status(201).json(ORDERS);
        return late(request, response, next);
      });
      server.routes.post('/nothing', (request, response, next) => {
        request.session.data['twice'] = true;
        response.status(204).end();
        return late(request, response, next);
      });
      const browser = server.browser();
      await browser.signIn(rightPassword(UMA));
      const { status, headers, text, body } = await browser.send('POST', '/orders');
      assert.deepEqual([status, body], [201, ORDERS]);
      assert.equal(headers.get('content-length'), String(text.length));
      assert.deepEqual([headers.get('x-own'), headers.get('x-late')], ['1', null]);
      const empty = await browser.send('POST', '/nothing');
      assert.deepEqual([empty.status, empty.headers.get('content-length')], [204, null]);
      assert.match(browser.cookieHeader, /theme=dark/);
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {
        seen: true,
        twice: true,
      });
      assert.equal(server.log.length, 2 * logged);
    });
  }
}

test('an answer stays whole where the app answers errors in its own way', async (t) => {
  const server = await startTestServer(t);
  server.routes.get('/orders', (_request, response) => {
    response.json(ORDERS);
    throw new Error('late');
  });
  server.routes.use(((_error, _request, response, _next) => {
    response.status(500).send('Sorry.');
  }) satisfies ErrorRequestHandler);
  const { status, body } = await server.browser().send('GET', '/orders');
  assert.deepEqual([status, body], [200, ORDERS]);
});

test('an answer that was sent piece by piece stays whole where its handler fails after it', async (t) => {
  const server = await startTestServer(t);
  server.routes.get('/pieces', (_request, response) => {
    response.write('first ');
    response.end('last');
    response.write(' more');
    throw new Error('late');
  });
  const browser = server.browser();
  assert.equal((await browser.send('GET', '/pieces')).text, 'first last');
  // By then, Express has passed the failure on.
  assert.equal((await browser.send('GET', '/api/session/data')).status, 200);
  assert.equal(server.log.length, 1);
});
