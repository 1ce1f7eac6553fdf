import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CheckError } from './check-error.ts';
import { checkBackend } from './run-check.ts';
import { APP } from './testing/behaviour.ts';
import { ACCOUNT } from './testing/reference.ts';
import { startReference } from './testing/start-reference.ts';

const ONLY_OVER_HTTPS = ['cookie-secure', 'cookie-prefix'];

test('a backend that does all right passes', async (t) => {
  const { url, origin } = await startReference(t);
  const report = await checkBackend({ url, origin, signIn: ACCOUNT, limits: true });
  assert.deepEqual(report.findings, []);
  assert.deepEqual(
    report.notChecked.map(({ id }) => id),
    ONLY_OVER_HTTPS,
  );
  assert.equal(report.passed.length, 66);
  assert.equal(report.ok, true);
});

test('without a sign-in it checks what needs no account, and says so', async (t) => {
  const { url, origin } = await startReference(t);
  const { findings, passed, notChecked } = await checkBackend({ url, origin });
  assert.deepEqual(findings, []);
  const groups = new Set(passed.map(({ group }) => group));
  assert.deepEqual([...groups].sort(), [
    'Bad input',
    'CORS',
    'Every answer',
    'Session cookie',
    'Session data',
    'Signed out',
  ]);
  const skipped = new Set(notChecked.map(({ id }) => id));
  for (const id of ['wrong-password', 'csrf-form', 'sign-out-ends', 'sign-in-limit', 'user-id']) {
    assert.ok(skipped.has(id), id);
  }
  assert.match(notChecked.find(({ id }) => id === 'csrf-form')!.why, /give a sign-in/);
});

test('session data that is not offered is no fault', async (t) => {
  const { url, origin } = await startReference(t, { offersData: false });
  const { findings, notChecked } = await checkBackend({ url, origin, signIn: ACCOUNT });
  assert.deepEqual(findings, []);
  assert.match(notChecked.find(({ id }) => id === 'data-round-trip')!.why, /not offered/);
});

test('an app on the origin of its backend needs no CORS', async (t) => {
  const { url } = await startReference(t, {
    isTrusted: (origin) => origin?.startsWith('http://127.0.0.1:') === true,
    allowedOrigin: () => null,
    sendsToken: false,
    tokenCookie: 'Path=/',
  });
  const { findings, notChecked, origin } = await checkBackend({ url, signIn: ACCOUNT });
  assert.deepEqual(findings, []);
  assert.equal(origin, url);
  assert.ok(notChecked.some(({ id }) => id === 'cors-origin'));
});

test('other paths, and a prefix of the URL', async (t) => {
  const { url, origin } = await startReference(t);
  const report = await checkBackend({
    url: `${url}/api/`,
    origin: `${origin}/`,
    updateUrl: '/session',
    signInUrl: '/users/sign-in',
    signOutUrl: '/users/sign-out',
    dataUrl: '/session/data',
    signIn: ACCOUNT,
    wrongSignIn: { ...ACCOUNT, password: 'guess' },
    timeout: '10s',
  });
  assert.deepEqual(report.findings, []);
});

test('a request that is not answered is one fault, and the check goes on', async (t) => {
  const { url, origin } = await startReference(t, { hangsAt: 'POST /api/users/sign-in' });
  const report = await checkBackend({ url, origin, signIn: ACCOUNT, timeout: 1000 });
  assert.deepEqual(
    report.findings.map(({ id }) => id),
    ['answers'],
  );
  assert.match(report.findings[0]!.seen, /POST \/api\/users\/sign-in failed: .* within 1000 ms/);
  assert.ok(report.passed.some(({ id }) => id === 'data-round-trip'));
});

test('a URL where nobody answers is no report', async () => {
  const check = checkBackend({ url: 'http://127.0.0.1:9', origin: APP });
  await assert.rejects(
    check,
    (error) =>
      error instanceof CheckError && /Nobody answers at http:\/\/127.0.0.1:9/.test(error.message),
  );
});
