import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestServer } from '../testing/start-test-server.ts';
import type { TestAnswer } from '../testing/test-browser.ts';

const APP = 'https://app.example.com';
const ORIGINS = [APP, 'http://localhost:4200'];
const FOREIGN = [
  'null',
  'https://app.example.com.evil.example',
  'https://evil-app.example.com',
  'https://sub.app.example.com',
  'https://app.example.com:8443',
  'http://app.example.com',
  'https://app.example.comm',
  'https://app.example.com/',
  'https://APP.example.com',
  'http://localhost:4201',
  'http://localhost',
  '*',
];

function vary(headers: Headers): string[] {
  return (headers.get('vary') ?? '').split(/,\s*/);
}

for (const path of ['/api/session', '/own']) {
  test(`the origins of the list read ${path} with credentials, no other origin does`, async (t) => {
    const server = await startTestServer(t, { origins: ORIGINS });
    server.routes.get('/own', (_request, response) => response.json({}));
    for (const origin of ORIGINS) {
      const { headers } = await server.browser({ origin }).send('GET', path);
      assert.equal(headers.get('access-control-allow-origin'), origin);
      assert.equal(headers.get('access-control-allow-credentials'), 'true');
      assert.deepEqual(vary(headers), ['Origin']);
      assert.equal(headers.get('access-control-expose-headers'), 'Retry-After,X-XSRF-TOKEN');
    }
    for (const origin of FOREIGN) {
      const { headers } = await server.browser({ origin }).send('GET', path);
      assert.equal(headers.get('access-control-allow-origin'), null, origin);
      assert.deepEqual(vary(headers), ['Origin'], origin);
    }
  });
}

for (const origins of [ORIGINS, []]) {
  test(`answers vary by origin also where none was sent, with ${origins.length} origins`, async (t) => {
    const server = await startTestServer(t, { origins });
    const { headers } = await server
      .browser()
      .send('GET', '/api/session', { headers: { origin: null } });
    assert.deepEqual(vary(headers), ['Origin']);
    assert.equal(headers.get('access-control-allow-origin'), null);
  });
}

test('a preflight allows what the app sends, for a short while, to the origins of the list only', async (t) => {
  const server = await startTestServer(t, { origins: ORIGINS });
  const preflight = (origin: string): Promise<TestAnswer> =>
    server.browser({ origin }).send('OPTIONS', '/api/session', {
      headers: {
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type,x-xsrf-token',
      },
    });

  const { status, headers } = await preflight(APP);
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-origin'), APP);
  assert.match(headers.get('access-control-allow-methods') ?? '', /\bPUT\b.*\bPATCH\b.*\bDELETE\b/);
  assert.match(headers.get('access-control-allow-headers') ?? '', /Content-Type.*X-XSRF-TOKEN/);
  assert.ok(Number(headers.get('access-control-max-age')) <= 600);

  for (const origin of FOREIGN) {
    const refused = await preflight(origin);
    assert.equal(refused.headers.get('access-control-allow-origin'), null, origin);
    assert.deepEqual(vary(refused.headers), ['Origin'], origin);
  }
});

test('an app of another origin may send more headers where they are named', async (t) => {
  const preflight = async (allowedHeaders?: readonly string[]): Promise<string> => {
    const server = await startTestServer(t, {
      origins: ORIGINS,
      ...(allowedHeaders && { allowedHeaders }),
    });
    const { headers } = await server.browser({ origin: APP }).send('OPTIONS', '/api/session', {
      headers: {
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization',
      },
    });
    return headers.get('access-control-allow-headers') ?? '';
  };
  assert.equal(await preflight(), 'Content-Type,X-Requested-With,X-XSRF-TOKEN');
  assert.equal(
    await preflight(['Authorization', 'X-Shop']),
    'Content-Type,X-Requested-With,X-XSRF-TOKEN,Authorization,X-Shop',
  );
});

test('what answers ahead of the sessions can be read by the app, and by no other', async (t) => {
  const server = await startTestServer(t, {
    origins: ORIGINS,
    ahead: (app, { allowOrigins }) => {
      app.get('/health', allowOrigins, (_request, response) => {
        response.sendStatus(204);
      });
    },
  });
  for (const [origin, allowed] of [
    [APP, APP],
    ['https://evil.example.com', null],
  ] as const) {
    const { headers } = await server.browser({ origin }).send('GET', '/health');
    assert.equal(headers.get('access-control-allow-origin'), allowed);
  }
});

test('a refusal and a failure can be read by the app', async (t) => {
  const server = await startTestServer(t, { origins: ORIGINS });
  server.routes.get('/broken', () => assert.fail('broken'));
  const browser = server.browser({ origin: APP });
  const answers = [
    await browser.send('POST', '/api/users/sign-in', {
      body: 'text',
      headers: { 'content-type': 'text/plain' },
    }),
    await browser.send('GET', '/broken'),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [403, 500],
  );
  for (const { headers } of answers) {
    assert.equal(headers.get('access-control-allow-origin'), APP);
  }
});

test('the headers of helmet are set, unless the app sets its own', async (t) => {
  const nosniff = async (options: { headers?: false | object }): Promise<string | null> => {
    const server = await startTestServer(t, options);
    const { headers } = await server.browser().send('GET', '/api/session');
    return headers.get('x-content-type-options');
  };
  assert.equal(await nosniff({}), 'nosniff');
  assert.equal(await nosniff({ headers: { xContentTypeOptions: false } }), null);
  assert.equal(await nosniff({ headers: false }), null);
});
