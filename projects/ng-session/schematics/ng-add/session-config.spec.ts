import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { library } from '../testing/library';
import { configSource, toSessionConfig } from './session-config';

describe('toSessionConfig', () => {
  const right = [
    [{}, ''],
    [{ baseUrl: '', cache: 'false' }, ''],
    [{ baseUrl: ' ', cache: '' }, ''],
    [{ baseUrl: 'https://api.example.com' }, "{ baseUrl: 'https://api.example.com' }"],
    [{ baseUrl: 'HTTP://localhost:3000/v1/' }, "{ baseUrl: 'HTTP://localhost:3000/v1/' }"],
    [{ baseUrl: '/backend' }, "{ baseUrl: '/backend' }"],
    [{ baseUrl: "/it's" }, "{ baseUrl: '/it\\'s' }"],
    [{ cache: 'true' }, '{ cache: true }'],
    [{ cache: '5m' }, "{ cache: '5m' }"],
    [{ cache: '90000' }, '{ cache: 90000 }'],
    [{ baseUrl: '/v1', cache: '1h' }, "{ baseUrl: '/v1', cache: '1h' }"],
  ] as const;
  for (const [options, source] of right) {
    it(`writes ${JSON.stringify(options)} as "${source}"`, () => {
      const config = toSessionConfig(options);
      assert.equal(configSource(config, "'"), source);
      assert.doesNotThrow(() => library.provideNgSession(config));
    });
  }

  it('writes the quotes of the file', () => {
    assert.equal(
      configSource({ baseUrl: '/"v1"', cache: '5m' }, '"'),
      '{ baseUrl: "/\\"v1\\"", cache: "5m" }',
    );
  });

  const wrong = [
    { baseUrl: 'api.example.com' },
    { baseUrl: 'api' },
    { baseUrl: '//api.example.com' },
    { baseUrl: '/\\api.example.com' },
    { baseUrl: 'https://' },
    { baseUrl: 'https://me:secret@api.example.com' },
    { baseUrl: 'https://me@api.example.com' },
    { baseUrl: 'https://api.exa\tmple.com' },
    { baseUrl: 'ftp://api.example.com' },
    { baseUrl: 'javascript:alert(1)' },
    { cache: 'soon' },
    { cache: 'off' },
    { cache: '-5m' },
    { cache: '-1' },
    { cache: 'Infinity' },
    { cache: '9007199254740992' },
    { cache: '9'.repeat(400) },
    { cache: `${'9'.repeat(400)}d` },
    { baseUrl: 'https://api.example.com?tenant=1' },
    { baseUrl: 'https://api.example.com/#v1' },
    { baseUrl: '/api?tenant=1' },
  ];
  for (const options of wrong) {
    it(`refuses ${JSON.stringify(options)}, and says what it has to be`, () => {
      const flag = 'cache' in options ? '--cache' : '--base-url';
      assert.throws(
        () => toSessionConfig(options),
        (error: Error) => {
          assert.match(error.message, new RegExp(`^${flag} must be .*; it is `));
          assert.doesNotMatch(error.message, /secret/);
          return true;
        },
      );
    });
  }

  it('takes nothing that the library refuses', () => {
    const baseUrl = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((rest) => `https://${rest}`),
      fc.string().map((rest) => `/${rest}`),
    );
    const cache = fc.oneof(
      fc.string(),
      fc.tuple(fc.float(), fc.constantFrom('', 's', ' m')).map(String),
    );
    fc.assert(
      fc.property(fc.record({ baseUrl, cache }), (options) => {
        let config;
        try {
          config = toSessionConfig(options);
        } catch {
          return;
        }
        library.provideNgSession(config);
      }),
    );
  });
});
