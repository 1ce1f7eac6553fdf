import assert from 'node:assert/strict';
import { test } from 'node:test';

import { foreignOriginsOf } from './foreign-origins.ts';

test('origins that look like the one of the app', () => {
  assert.deepEqual(foreignOriginsOf('https://app.example.com'), [
    'null',
    'https://evil.example',
    'http://app.example.com',
    'https://app.example.com:44444',
    'https://app.example.com.evil.example',
    'https://evil.app.example.com',
    'https://evil-app.example.com',
    'https://appxexample.com',
  ]);
  assert.deepEqual(foreignOriginsOf('http://localhost:44444'), [
    'null',
    'https://evil.example',
    'https://localhost:44444',
    'http://localhost:44445',
    'http://localhost.evil.example:44444',
    'http://evil.localhost:44444',
    'http://evil-localhost:44444',
  ]);
  assert.equal(foreignOriginsOf('http://[::1]:4200').length, 4);
});
