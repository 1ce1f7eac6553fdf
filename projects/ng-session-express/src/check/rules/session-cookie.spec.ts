import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CookieJar } from '../http/cookie-jar.ts';
import { judge } from './session-cookie.ts';

const GOOD = 'Secure; HttpOnly; SameSite=Strict; Path=/';

for (const [line, url, ids] of [
  [`__Host-sid=1; ${GOOD}`, 'https://api.example.com', []],
  [`sid=1; ${GOOD}`, 'https://api.example.com', ['cookie-prefix']],
  [
    'sid=1; HttpOnly; SameSite=Lax; Path=/',
    'https://api.example.com',
    ['cookie-secure', 'cookie-prefix'],
  ],
  ['sid=1; HttpOnly; SameSite=Lax; Path=/api', 'http://localhost', []],
  ['sid=1; HttpOnly; SameSite=Lax; Path=/api/users', 'http://localhost', ['cookie-path']],
  ['sid=1', 'http://localhost', ['cookie-http-only', 'cookie-same-site']],
  ['sid=1; HttpOnly; SameSite=Lax; Domain=localhost', 'http://localhost', ['cookie-domain']],
] as const) {
  test(`${line} of ${url} breaks ${ids.join(', ') || 'nothing'}`, () => {
    const jar = new CookieJar();
    jar.keep([line], new URL(url));
    const routes = ['/api/session', '/api/users/sign-in'];
    const broken = judge(jar.all[0]!, routes, url.startsWith('https:')).filter(
      ([, isKept]) => !isKept,
    );
    assert.deepEqual(
      broken.map(([rule]) => rule.id),
      ids,
    );
  });
}
