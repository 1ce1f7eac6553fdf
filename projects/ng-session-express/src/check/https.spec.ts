import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ACCOUNT } from './testing/reference.ts';
import { runCli } from './testing/run-cli.ts';
import { LOCALHOST_PEM, startReference } from './testing/start-reference.ts';

const SIGN_IN = JSON.stringify(ACCOUNT);
const SECURE = 'Secure; HttpOnly; SameSite=Lax; Path=/';
const HOST = { cookieName: '__Host-sid', cookie: SECURE, clearedCookie: `${SECURE}; Max-Age=0` };
for (const [what, changes, status, summary] of [
  ['a good backend', HOST, 0, /65 passed, 0 faults, 0 warnings, 3 not checked\.\n$/],
  ['a cookie that is not Secure', {}, 1, /FAULT +cookie-secure\n/],
  ['a cookie that a subdomain can plant', { cookie: SECURE }, 0, /WARNING +cookie-prefix\n/],
] as const) {
  test(`${what}, over https`, async (t) => {
    const { url, origin } = await startReference(t, changes, 'https');
    const trust = { NODE_EXTRA_CA_CERTS: LOCALHOST_PEM };
    const ran = await runCli(['check', url, '--origin', origin, '--sign-in', SIGN_IN], trust);
    assert.match(ran.stdout, summary);
    assert.deepEqual([ran.status, ran.stderr], [status, '']);
  });
}

test('a certificate that nobody vouches for ends the check', async (t) => {
  const { url, origin } = await startReference(t, HOST, 'https');
  const { status, stderr } = await runCli(['check', url, '--origin', origin]);
  assert.equal(status, 2);
  assert.match(stderr, /^Nobody answers at https:.+SELF_SIGNED_CERT/);
});
