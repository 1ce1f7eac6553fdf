import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isTrustedSource } from './is-trusted-source.ts';

const ORIGINS = ['https://app.example.com', 'http://localhost:4200'];

const cases: [string | undefined, string | undefined, boolean][] = [
  ['https://app.example.com', undefined, true],
  ['https://app.example.com', 'cross-site', true],
  ['http://localhost:4200', 'same-site', true],
  ['https://evil.example', undefined, false],
  ['https://evil.example', 'cross-site', false],
  ['https://evil.example', 'none', false],
  ['https://evil.example', 'same-site', false],
  // The app is served from where the API is, under a name that the list need not know.
  ['https://api.example.com', 'same-origin', true],
  ['null', 'cross-site', false],
  ['', undefined, false],
  ['http://app.example.com', undefined, false],
  ['https://app.example.com:8443', undefined, false],
  ['https://app.example.com.evil.example', undefined, false],
  ['https://evil-app.example.com', undefined, false],
  ['https://APP.example.com', undefined, false],
  ['https://app.example.com/', undefined, false],
  ['https://app.example.com, https://evil.example', undefined, false],
  [undefined, 'cross-site', false],
  [undefined, 'same-site', false],
  [undefined, 'same-origin, cross-site', false],
  [undefined, 'unknown', false],
  [undefined, '', false],
  [undefined, 'same-origin', true],
  [undefined, 'none', true],
  [undefined, undefined, true],
];
for (const [origin, fetchSite, expected] of cases) {
  test(`Origin ${origin}, Sec-Fetch-Site ${fetchSite}: ${expected ? 'trusted' : 'refused'}`, () => {
    assert.equal(isTrustedSource({ origin, fetchSite }, ORIGINS), expected);
  });
}
