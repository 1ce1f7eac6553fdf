import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CookieJar } from './cookie-jar.ts';

const at = (path: string): URL => new URL(`https://api.example.com${path}`);

test('cookies are sent to their path, as they were set', () => {
  const jar = new CookieJar();
  jar.keep(
    ['sid=a%20b; Path=/', 'own=1', 'api=2; Path=/api', 'odd=3; Path=api'],
    at('/api/users/in'),
  );
  assert.equal(jar.headerFor(at('/')), 'sid=a%20b');
  assert.equal(jar.headerFor(at('/api')), 'sid=a%20b; api=2');
  assert.equal(jar.headerFor(at('/apis')), 'sid=a%20b');
  assert.equal(jar.headerFor(at('/api/users/out')), 'sid=a%20b; own=1; api=2; odd=3');
  assert.equal(new CookieJar().headerFor(at('/')), undefined);
});

test('a cookie ends by its own path only', () => {
  for (const [end, isGone] of [
    ['sid=; Path=/; Max-Age=0', true],
    ['sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', true],
    ['sid=; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', false],
    ['sid=; Path=/api; Max-Age=0', false],
    ['other=; Path=/; Max-Age=0', false],
  ] as const) {
    const jar = new CookieJar();
    jar.keep(['sid=1; Path=/'], at('/'));
    jar.keep([end], at('/'));
    assert.equal(jar.headerFor(at('/')) === undefined, isGone, end);
  }
});

test('a copy is another jar', () => {
  const jar = new CookieJar();
  jar.keep(['a=1; Path=/', 'b=2; Path=/'], at('/'));
  const some = jar.copy(({ name }) => name === 'a');
  some.keep(['c=3; Path=/'], at('/'));
  assert.equal(jar.headerFor(at('/')), 'a=1; b=2');
  assert.equal(some.headerFor(at('/')), 'a=1; c=3');
});

test('what a browser would drop is told without its value', () => {
  const jar = new CookieJar();
  const refused = jar.keep(['sid=canary; Domain=evil.example'], at('/'));
  assert.deepEqual(refused, [
    'the cookie "sid" is refused by browsers: its Domain is another host',
  ]);
  assert.deepEqual(jar.all, []);
});
