import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigError } from './config-error.ts';
import { readConfig } from './read-config.ts';

const SECRET = 'a-secret-of-this-test-that-is-long-enough';
const PRODUCTION = {
  NODE_ENV: 'production',
  ORIGINS: 'https://app.example.com',
  SESSION_SECRET: SECRET,
};

test('an empty environment gives the defaults of development', () => {
  const config = readConfig({});
  assert.deepEqual(
    { ...config, databaseFile: config.databaseFile.slice(-16), sessionSecrets: [] },
    {
      production: false,
      host: 'localhost',
      port: 3000,
      origins: ['http://localhost:4200'],
      databaseFile: 'var/demo.sqlite'.padStart(16, '/'),
      sessionSecrets: [],
      sessionAge: 7_200_000,
      trustProxy: false,
      signInLimits: { window: 900_000, perAddress: 20, perAccount: 10 },
    },
  );
});

test('every setting can be changed', () => {
  const config = readConfig({
    ...PRODUCTION,
    HOST: '127.0.0.1',
    PORT: '0',
    ORIGINS: 'https://app.example.com, https://admin.example.com:8443',
    DATABASE_FILE: ':memory:',
    SESSION_SECRET: `${SECRET}, older-${SECRET}`,
    SESSION_AGE: '60',
    TRUST_PROXY: '1',
    SIGN_IN_WINDOW: '10',
    SIGN_IN_PER_ADDRESS: '3',
    SIGN_IN_PER_ACCOUNT: '2',
  });
  assert.deepEqual(config, {
    production: true,
    host: '127.0.0.1',
    port: 0,
    origins: ['https://app.example.com', 'https://admin.example.com:8443'],
    databaseFile: ':memory:',
    sessionSecrets: [SECRET, `older-${SECRET}`],
    sessionAge: 60_000,
    trustProxy: 1,
    signInLimits: { window: 10_000, perAddress: 3, perAccount: 2 },
  });
});

const trusted: [string, false | number | string[]][] = [
  ['', false],
  ['false', false],
  ['0', false],
  ['2', 2],
  ['loopback', ['loopback']],
  ['10.0.0.1, 10.1.0.0/16, fc00::/7', ['10.0.0.1', '10.1.0.0/16', 'fc00::/7']],
];
for (const [value, expected] of trusted) {
  test(`TRUST_PROXY "${value}" is ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(readConfig({ TRUST_PROXY: value }).trustProxy, expected);
  });
}

for (const environment of ['production', 'Production', 'prod', 'staging']) {
  test(`NODE_ENV "${environment}" is as careful as production`, () => {
    assert.equal(readConfig({ ...PRODUCTION, NODE_ENV: environment }).production, true);
    assert.throws(() => readConfig({ NODE_ENV: environment }), ConfigError);
  });
}

const refused: [string, Record<string, string>, RegExp][] = [
  ['a proxy that everybody may claim to be', { TRUST_PROXY: 'true' }, /^TRUST_PROXY/],
  ['the same in capitals', { TRUST_PROXY: ' TRUE ' }, /^TRUST_PROXY/],
  ['a range of every address', { TRUST_PROXY: '0.0.0.0/0' }, /^TRUST_PROXY/],
  ['a range of every IPv6 address', { TRUST_PROXY: 'loopback, ::/0' }, /^TRUST_PROXY/],
  ['a proxy that is no address', { TRUST_PROXY: 'proxy.example.com' }, /^TRUST_PROXY/],
  ['a prefix too long', { TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY/],
  ['too many hops', { TRUST_PROXY: '11' }, /^TRUST_PROXY/],
  ['a negative number of hops', { TRUST_PROXY: '-1' }, /^TRUST_PROXY/],
  ['any origin', { ORIGINS: '*' }, /^ORIGINS/],
  ['the origin of sandboxed pages', { ORIGINS: 'null' }, /^ORIGINS/],
  [
    'an origin with a slash',
    { ORIGINS: 'http://localhost:4200/' },
    /write http:\/\/localhost:4200\.$/,
  ],
  ['an origin in capitals', { ORIGINS: 'https://App.example.com' }, /write https:\/\/app\.example/],
  [
    'an origin with its default port',
    { ORIGINS: 'https://a.example:443' },
    /write https:\/\/a\.example\./,
  ],
  ['an origin of another scheme', { ORIGINS: 'file:///index.html' }, /^ORIGINS/],
  ['a port that is no number', { PORT: '3000x' }, /^PORT/],
  ['a port too large', { PORT: '65536' }, /^PORT/],
  ['a port in hex', { PORT: '0xbb8' }, /^PORT/],
  ['a session that lasts no time', { SESSION_AGE: '0' }, /^SESSION_AGE/],
  ['a limit that lets nobody in', { SIGN_IN_PER_ADDRESS: '0' }, /^SIGN_IN_PER_ADDRESS/],
  ['a window of half a second', { SIGN_IN_WINDOW: '0.5' }, /^SIGN_IN_WINDOW/],
  ['production without origins', { ...PRODUCTION, ORIGINS: '' }, /^ORIGINS/],
  ['production without a secret', { ...PRODUCTION, SESSION_SECRET: '' }, /^SESSION_SECRET/],
  [
    'production with only commas as a secret',
    { ...PRODUCTION, SESSION_SECRET: ',, ,' },
    /^SESSION_SECRET/,
  ],
  ['production with a short secret', { ...PRODUCTION, SESSION_SECRET: 'short' }, /32 characters/],
  [
    'production with one short secret among long ones',
    { ...PRODUCTION, SESSION_SECRET: `${SECRET},short` },
    /32 characters/,
  ],
  [
    'a default secret in production',
    { ...PRODUCTION, SESSION_SECRET: readConfig({}).sessionSecrets.join() },
    /everybody knows/,
  ],
  [
    'a default secret among others in production',
    { ...PRODUCTION, SESSION_SECRET: `${SECRET},${readConfig({}).sessionSecrets.join()}` },
    /everybody knows/,
  ],
];
for (const [fault, env, message] of refused) {
  test(`${fault} is refused with a message`, () => {
    assert.throws(
      () => readConfig(env),
      (error) => error instanceof ConfigError && message.test(error.message),
    );
  });
}

test('no message quotes a secret', () => {
  for (const value of ['short-canary', `${SECRET},short-canary`]) {
    assert.throws(
      () => readConfig({ ...PRODUCTION, SESSION_SECRET: value }),
      (error) => error instanceof Error && !error.message.includes('canary'),
    );
  }
});
