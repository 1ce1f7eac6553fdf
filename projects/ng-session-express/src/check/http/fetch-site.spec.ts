import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fetchSite } from './fetch-site.ts';

for (const [origin, url, site] of [
  ['https://example.com', 'https://example.com/api', 'same-origin'],
  ['https://app.example.com', 'https://api.example.com/', 'same-site'],
  ['http://localhost:4200', 'http://localhost:3000/', 'same-site'],
  ['http://example.com', 'https://example.com/', 'cross-site'],
  ['https://app.example.com', 'http://127.0.0.1:3000/', 'cross-site'],
  ['http://10.0.0.1', 'http://127.0.0.1/', 'cross-site'],
  ['https://evil.example', 'https://api.example.com/', 'cross-site'],
  ['null', 'https://api.example.com/', 'cross-site'],
] as const) {
  test(`${origin} is ${site} for ${url}`, () => {
    assert.equal(fetchSite(origin, new URL(url)), site);
  });
}
