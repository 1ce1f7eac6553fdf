import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CookieJar } from './cookie-jar.ts';
import { readableToken } from './readable-token.ts';

const API = new URL('https://api.example.com');

for (const [line, origin, token] of [
  ['XSRF-TOKEN=a; Path=/', 'https://api.example.com', 'a'],
  ['XSRF-TOKEN=a; Path=/', 'https://api.example.com:8443', 'a'],
  ['XSRF-TOKEN=a%20b; Path=/', 'https://api.example.com', 'a b'],
  ['XSRF-TOKEN=a%; Path=/', 'https://api.example.com', 'a%'],
  ['XSRF-TOKEN=a; Path=/', 'https://app.example.com', null],
  ['XSRF-TOKEN=a; Path=/; Domain=example.com', 'https://app.example.com', 'a'],
  ['XSRF-TOKEN=a; Path=/; HttpOnly', 'https://api.example.com', null],
  ['XSRF-TOKEN=a; Path=/api', 'https://api.example.com', null],
  ['csrftoken=a; Path=/', 'https://api.example.com', null],
] as const) {
  test(`a page of ${origin} reads ${String(token)} from ${line}`, () => {
    const jar = new CookieJar();
    jar.keep([line], API);
    assert.equal(readableToken(jar.all, { base: API, origin }), token);
  });
}
