import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';

/** The algorithm and its cost, which is what the time depends on. */
const cost = (hash: string | undefined): string => hash?.split('$').slice(0, 4).join('$') ?? '';

test('a faster answer for an unknown user: a hash of the same cost is verified all the same', async (t) => {
  const api = await startTestApi(t);
  const known = await api.browser().signIn(demoAccount('uma@example.com', 'guess'));
  assert.equal(api.passwords.verified.length, 1);
  const unknown = await api.browser().signIn(demoAccount('nobody@example.com', 'guess'));
  assert.equal(api.passwords.verified.length, 2);

  const [real, decoy] = api.passwords.verified;
  assert.notEqual(decoy, real);
  assert.match(cost(decoy), /^\$argon2id\$/);
  assert.equal(cost(decoy), cost(real));
  assert.deepEqual([unknown.status, unknown.text], [known.status, known.text]);
});

test('the limits do not tell whether a user exists', async (t) => {
  const signInLimits = { window: 60_000, perAddress: 1000, perAccount: 1 };
  const api = await startTestApi(t, { signInLimits });
  for (const email of ['uma@example.com', 'nobody@example.com']) {
    assert.equal((await api.browser().signIn(demoAccount(email, 'guess'))).status, 401);
    assert.equal((await api.browser().signIn(demoAccount(email, 'guess'))).status, 429);
  }
});
