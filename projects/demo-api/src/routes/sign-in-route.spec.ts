import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';

test('the right password answers with 204, a wrong one with 401 and one line', async (t) => {
  const browser = (await startTestApi(t)).browser();
  const wrong = await browser.signIn(demoAccount('uma@example.com', 'guess'));
  assert.equal(wrong.status, 401);
  assert.deepEqual(wrong.body, { error: 'The email or the password is wrong.' });
  const right = await browser.signIn(demoAccount(' Uma@Example.com '));
  assert.equal(right.status, 204);
  assert.equal(right.text, '');
});

const invalid: [unknown, string[]][] = [
  [undefined, ['email', 'password']],
  [{}, ['email', 'password']],
  [[], ['email', 'password']],
  [{ email: 'uma@example.com' }, ['password']],
  [{ email: ' ', password: 'x' }, ['email']],
  [{ email: ['uma@example.com'], password: 'x' }, ['email']],
  [{ email: { $ne: '' }, password: { $ne: '' } }, ['email', 'password']],
  [{ email: 'x'.repeat(255), password: 'x'.repeat(255) }, ['email', 'password']],
];
for (const [json, fields] of invalid) {
  test(`${inspect(json).slice(0, 60)} answers with 422 and messages for ${fields.join(', ')}`, async (t) => {
    const api = await startTestApi(t);
    const answer = await api.browser().send('POST', '/api/users/sign-in', { json });
    assert.equal(answer.status, 422);
    const { errors } = answer.body as { errors: Record<string, string[]> };
    assert.deepEqual(Object.keys(errors), fields);
    assert.ok(Object.values(errors).every(([message]) => typeof message === 'string'));
    assert.deepEqual(api.passwords.verified, []);
  });
}

test('another spelling of an account has no count of its own', async (t) => {
  const signInLimits = { window: 60_000, perAddress: 100, perAccount: 1 };
  const browser = (await startTestApi(t, { signInLimits })).browser();
  assert.equal((await browser.signIn(demoAccount('uma@example.com', 'guess'))).status, 401);
  assert.equal((await browser.signIn(demoAccount('uma@ｅxample.com'))).status, 429);
});
