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
    { ...config, databaseFile: config.databaseFile.slice(-16) },
    {
      production: false,
      host: 'localhost',
      port: 3000,
      origins: ['http://localhost:4200'],
      databaseFile: 'var/demo.sqlite'.padStart(16, '/'),
      sessionDriver: 'sqlite',
      redisUrl: 'redis://127.0.0.1:6379',
      sessionSecrets: [],
      sessionAge: 7_200_000,
      tokens: { age: 300_000, refreshAge: 2_592_000_000, refreshGrace: 10_000 },
      trustProxy: false,
      signInLimits: { window: 900_000, perAddress: 20, perAccount: 10 },
      newSessionsPerAddress: 100,
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
    SESSION_DRIVER: 'redis',
    REDIS_URL: 'redis://redis.example.com:6380',
    SESSION_SECRET: `${SECRET}, older-${SECRET}`,
    SESSION_AGE: '60',
    TOKEN_AGE: '5',
    REFRESH_AGE: '3600',
    REFRESH_GRACE: '0',
    TRUST_PROXY: '1',
    SIGN_IN_WINDOW: '10',
    SIGN_IN_PER_ADDRESS: '3',
    SIGN_IN_PER_ACCOUNT: '2',
    NEW_SESSIONS_PER_ADDRESS: '4',
  });
  assert.deepEqual(config, {
    production: true,
    host: '127.0.0.1',
    port: 0,
    origins: ['https://app.example.com', 'https://admin.example.com:8443'],
    databaseFile: ':memory:',
    sessionDriver: 'redis',
    redisUrl: 'redis://redis.example.com:6380',
    sessionSecrets: [SECRET, `older-${SECRET}`],
    sessionAge: 60_000,
    tokens: { age: 5000, refreshAge: 3_600_000, refreshGrace: 0 },
    trustProxy: 1,
    signInLimits: { window: 10_000, perAddress: 3, perAccount: 2 },
    newSessionsPerAddress: 4,
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
  ['a port that is no number', { PORT: '3000x' }, /^PORT/],
  ['a port too large', { PORT: '65536' }, /^PORT/],
  ['a port in hex', { PORT: '0xbb8' }, /^PORT/],
  ['a session that lasts no time', { SESSION_AGE: '0' }, /^SESSION_AGE/],
  ['a token that lasts no time', { TOKEN_AGE: '0' }, /^TOKEN_AGE/],
  ['a token that lasts for hours', { TOKEN_AGE: '3601' }, /^TOKEN_AGE/],
  ['a refresh token that lasts for ever', { REFRESH_AGE: '99999999999' }, /^REFRESH_AGE/],
  ['minutes in which a stolen refresh token works', { REFRESH_GRACE: '61' }, /^REFRESH_GRACE/],
  ['a limit that lets nobody in', { SIGN_IN_PER_ADDRESS: '0' }, /^SIGN_IN_PER_ADDRESS/],
  ['a window of half a second', { SIGN_IN_WINDOW: '0.5' }, /^SIGN_IN_WINDOW/],
  ['production without origins', { ...PRODUCTION, ORIGINS: '' }, /^ORIGINS/],
];
for (const [fault, env, message] of refused) {
  test(`${fault} is refused with a message`, () => {
    assert.throws(
      () => readConfig(env),
      (error) => error instanceof ConfigError && message.test(error.message),
    );
  });
}
