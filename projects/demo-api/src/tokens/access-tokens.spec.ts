import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { test } from 'node:test';

import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import type { JWTPayload } from 'jose';

import { ConfigError } from '../config/config-error.ts';
import { startTestApi } from '../testing/start-test-api.ts';
import { AccessTokens } from './access-tokens.ts';
import { tokenKeys } from './token-keys.ts';

const SECRET = 'a-secret-of-this-test-that-is-long-enough';
const OTHER_SECRET = `other-${SECRET}`;
const [KEY] = tokenKeys([SECRET]);
const UMA = { id: 3, name: 'Uma', email: 'uma@example.com', roles: ['user'] } as const;
const AGE = 300_000;
const NOW = Math.floor(Date.now() / 1000);
const CLAIMS: JWTPayload = { iss: 'demo-api', aud: 'demo', sub: '3', iat: NOW, exp: NOW + 300 };
const HEADER = { alg: 'EdDSA', typ: 'at+jwt', kid: KEY.id };

const sign = (claims: JWTPayload, header = HEADER, key = KEY.privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader(header).sign(key);
const without = (claim: keyof JWTPayload): JWTPayload =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim));
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const tampered = async (): Promise<string> => {
  const [header = '', , signature = ''] = (await sign(CLAIMS)).split('.');
  return [header, encode({ ...CLAIMS, sub: '1' }), signature].join('.');
};
/** The public half is no secret; a careless server takes it for one that is shared. */
const byPublicKey = (known: string | Buffer): Promise<string> =>
  sign(CLAIMS, { ...HEADER, alg: 'HS256' }, createSecretKey(Buffer.from(known)));
const otherKey = tokenKeys([OTHER_SECRET])[0];

const forged: Record<string, () => string | Promise<string>> = {
  'that has ended': () => sign({ ...CLAIMS, exp: NOW - 1 }),
  'that was changed': tampered,
  'with the algorithm none': () => new UnsecuredJWT(CLAIMS).encode(),
  'with the algorithm none, and a key': () =>
    `${encode({ ...HEADER, alg: 'none' })}.${encode(CLAIMS)}.`,
  'signed with the public key': () =>
    byPublicKey(KEY.publicKey.export({ format: 'pem', type: 'spki' })),
  'signed with the bytes of the public key': () =>
    byPublicKey(KEY.publicKey.export({ format: 'der', type: 'spki' })),
  'of another key': () => sign(CLAIMS, HEADER, otherKey.privateKey),
  'of another key that names itself': () =>
    sign(CLAIMS, { ...HEADER, kid: otherKey.id }, otherKey.privateKey),
  'of another audience': () => sign({ ...CLAIMS, aud: 'shop' }),
  'of no audience': () => sign(without('aud')),
  'of another issuer': () => sign({ ...CLAIMS, iss: 'https://evil.example.com' }),
  'of no issuer': () => sign(without('iss')),
  'of another kind': () => sign(CLAIMS, { ...HEADER, typ: 'JWT' }),
  'without an end': () => sign(without('exp')),
  'without a subject': () => sign(without('sub')),
  'without the time of its issue': () => sign(without('iat')),
  'that is none': () => 'canary',
  'that is empty': () => '',
};

test('a token made by hand is taken, so that those below are refused for one thing each', async (t) => {
  const api = await startTestApi(t, { sessionSecrets: [SECRET] });
  const browser = api.tokenBrowser();
  browser.token = await sign(CLAIMS);
  const { status, body } = await browser.ask('GET', '/api/token/session');
  assert.deepEqual([status, (body as { id: number }).id], [200, 3]);
});

test('a forged token gets 401 everywhere, with the scheme that is asked for', async (t) => {
  const api = await startTestApi(t, { sessionSecrets: [SECRET] });
  for (const [what, make] of Object.entries(forged)) {
    await t.test(`one ${what}`, async () => {
      const browser = api.tokenBrowser();
      browser.token = await make();
      for (const path of ['/api/token/session', '/api/articles', '/api/health/none']) {
        const { status, headers, text } = await browser.ask('GET', path);
        assert.equal(status, 401, path);
        assert.match(headers.get('www-authenticate') ?? '', /^Bearer\b/);
        assert.equal(text.includes('canary'), false);
      }
    });
  }
  assert.deepEqual(api.log, []);
});

test('a token says who and for how long, and no two are the same', async () => {
  const tokens = new AccessTokens([KEY], AGE);
  const [one, other] = [await tokens.sign(UMA), await tokens.sign(UMA)];
  assert.notEqual(one, other);
  const { iat = 0, jti, ...claims } = decodeJwt(one);
  assert.deepEqual(claims, {
    iss: 'demo-api',
    aud: 'demo',
    sub: '3',
    exp: iat + AGE / 1000,
    name: 'Uma',
    roles: ['user'],
  });
  assert.equal(typeof jti, 'string');
  assert.equal(await tokens.verify(one), 3);
});

test('a token lives as long as TOKEN_AGE says', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: NOW * 1000 });
  const tokens = new AccessTokens([KEY], 5000);
  const token = await tokens.sign(UMA);
  t.mock.timers.tick(4999);
  assert.equal(await tokens.verify(token), 3);
  t.mock.timers.tick(1);
  assert.equal(await tokens.verify(token), null);
});

test('the first secret signs, and all verify', async () => {
  const before = await new AccessTokens(tokenKeys([SECRET]), AGE).sign(UMA);
  const both = new AccessTokens(tokenKeys([OTHER_SECRET, SECRET]), AGE);
  assert.equal(await both.verify(before), 3);
  const after = await both.sign(UMA);
  assert.equal(await new AccessTokens(tokenKeys([SECRET]), AGE).verify(after), null);
  assert.equal(await new AccessTokens(tokenKeys([OTHER_SECRET]), AGE).verify(after), 3);
});

test('without a secret there is no key', () => {
  assert.throws(() => tokenKeys([]), ConfigError);
});
