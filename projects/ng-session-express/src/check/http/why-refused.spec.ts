import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseSetCookie } from 'cookie';

import { whyRefused } from './why-refused.ts';

const HTTPS = 'https://api.example.com/api';

for (const [line, url, isKept] of [
  ['sid=1', 'http://api.example.com/', true],
  ['sid=1; Secure', 'http://api.example.com/', false],
  ['sid=1; Secure', 'http://localhost:3000/', true],
  ['sid=1; Secure', 'http://127.0.0.1:3000/', true],
  ['sid=1; Secure', 'http://localhost.evil.example/', false],
  ['sid=1; Secure', HTTPS, true],
  ['sid=1; Domain=example.com', HTTPS, true],
  ['sid=1; Domain=.example.com', HTTPS, true],
  ['sid=1; Domain=API.example.com', HTTPS, true],
  ['sid=1; Domain=ample.com', HTTPS, false],
  ['sid=1; Domain=app.example.com', HTTPS, false],
  ['sid=1; SameSite=None', HTTPS, false],
  ['sid=1; SameSite=None; Secure', HTTPS, true],
  ['__Secure-sid=1', HTTPS, false],
  ['__Secure-sid=1; Secure', HTTPS, true],
  ['__Host-sid=1; Secure; Path=/', HTTPS, true],
  ['__Host-sid=1; Secure', HTTPS, false],
  ['__Host-sid=1; Path=/', HTTPS, false],
  ['__Host-sid=1; Secure; Path=/; Domain=api.example.com', HTTPS, false],
] as const) {
  test(`browsers ${isKept ? 'keep' : 'refuse'} ${line} of ${url}`, () => {
    assert.equal(whyRefused(parseSetCookie(line), new URL(url)) === null, isKept);
  });
}
