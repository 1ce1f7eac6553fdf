import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

const ORIGINS = ['https://app.example.com', 'http://localhost:4200'];
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

const vary = (headers: Headers): string[] => (headers.get('vary') ?? '').split(/,\s*/);

test('the origins of the list read answers with credentials, no other origin does', async (t) => {
  const api = await startTestApi(t, { origins: ORIGINS });
  for (const origin of ORIGINS) {
    const { headers } = await api.browser().send('GET', '/api/session', { headers: { origin } });
    assert.equal(headers.get('access-control-allow-origin'), origin);
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
    assert.deepEqual(vary(headers), ['Origin']);
    assert.equal(headers.get('access-control-expose-headers'), 'Retry-After,X-XSRF-TOKEN');
  }
  for (const origin of FOREIGN) {
    const { headers } = await api.browser().send('GET', '/api/session', { headers: { origin } });
    assert.equal(headers.get('access-control-allow-origin'), null, origin);
    assert.deepEqual(vary(headers), ['Origin'], origin);
  }
});

test('answers vary by origin also where none was sent, so that a cache does not mix them', async (t) => {
  const api = await startTestApi(t);
  const answer = await api.browser().send('GET', '/api/session', { headers: { origin: null } });
  assert.deepEqual(vary(answer.headers), ['Origin']);
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
});

test('a preflight allows what the demo sends, for a short while, to the origins of the list only', async (t) => {
  const api = await startTestApi(t, { origins: ORIGINS });
  const preflight = (origin: string): Promise<{ status: number; headers: Headers }> =>
    api.browser().send('OPTIONS', '/api/session', {
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type,x-xsrf-token',
      },
    });

  const { status, headers } = await preflight('https://app.example.com');
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-origin'), 'https://app.example.com');
  assert.match(headers.get('access-control-allow-methods') ?? '', /\bPUT\b.*\bPATCH\b/);
  assert.match(headers.get('access-control-allow-headers') ?? '', /Content-Type.*X-XSRF-TOKEN/);
  assert.ok(Number(headers.get('access-control-max-age')) <= 600);

  for (const origin of FOREIGN) {
    const refused = await preflight(origin);
    assert.equal(refused.headers.get('access-control-allow-origin'), null, origin);
    assert.deepEqual(vary(refused.headers), ['Origin'], origin);
  }
});

test('a refusal can be read by the app', async (t) => {
  const api = await startTestApi(t, { origins: ORIGINS });
  const origin = 'https://app.example.com';
  const answer = await api.browser().send('POST', '/api/users/sign-in', {
    body: 'text',
    headers: { origin, 'content-type': 'text/plain' },
  });
  assert.equal(answer.status, 403);
  assert.equal(answer.headers.get('access-control-allow-origin'), origin);
});
