import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

const MANY = 1000;
const MINUTE = 60_000;

test('brute force: one address that tries many accounts is stopped', async (t) => {
  const signInLimits = { window: MINUTE, perAddress: 3, perAccount: MANY };
  const api = await startTestApi(t, { signInLimits });
  const browser = api.browser();
  for (const name of ['a', 'b', 'c']) {
    assert.equal((await browser.signIn(`${name}@example.com`, 'guess')).status, 401);
  }
  const refused = await browser.signIn('uma@example.com');
  assert.equal(refused.status, 429);
  assert.deepEqual(Object.keys(refused.body as object), ['error']);
  const retryAfter = Number(refused.headers.get('retry-after'));
  assert.ok(retryAfter > 0 && retryAfter <= 60, `Retry-After: ${retryAfter}`);
  assert.equal(api.passwords.verified.length, 3, 'a refused guess is not verified');
});

test('brute force: one account that is tried from many addresses and in many spellings is stopped', async (t) => {
  const signInLimits = { window: MINUTE, perAddress: MANY, perAccount: 3 };
  const api = await startTestApi(t, { signInLimits, trustProxy: 1 });
  const attempt = (email: string, address: number, password: string): Promise<{ status: number }> =>
    api.browser().send('POST', '/api/users/sign-in', {
      json: { email, password },
      headers: { 'x-forwarded-for': `192.0.2.${address}` },
    });

  const spellings = [
    'uma@example.com',
    ' UMA@Example.com ',
    '\tuma@EXAMPLE.com',
    'ｕma@example.com',
  ];
  const statuses = [];
  for (const [address, email] of spellings.entries()) {
    statuses.push((await attempt(email, address, 'guess')).status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 429]);
  assert.equal((await attempt('uma@example.com', 9, 'demo-password')).status, 429);
  assert.equal((await attempt('eli@example.com', 9, 'demo-password')).status, 204);
});

test('brute force: guesses sent all at once are counted one by one', async (t) => {
  const signInLimits = { window: MINUTE, perAddress: MANY, perAccount: 4 };
  const api = await startTestApi(t, { signInLimits });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => api.browser().signIn('uma@example.com', 'guess')),
  );
  assert.equal(answers.filter(({ status }) => status === 401).length, 4);
  assert.equal(answers.filter(({ status }) => status === 429).length, 16);
});

test('brute force: an address made up in X-Forwarded-For does not escape the limit', async (t) => {
  const signInLimits = { window: MINUTE, perAddress: 2, perAccount: MANY };
  for (const trustProxy of [false, 1] as const) {
    const api = await startTestApi(t, { signInLimits, trustProxy });
    const statuses = [];
    for (const [index, email] of ['a@x.example', 'b@x.example', 'c@x.example'].entries()) {
      const madeUp = `203.0.113.${index}`;
      const answer = await api.browser().send('POST', '/api/users/sign-in', {
        json: { email, password: 'guess' },
        // A proxy adds the address it saw at the end.
        headers: { 'x-forwarded-for': trustProxy === 1 ? `${madeUp}, 192.0.2.1` : madeUp },
      });
      statuses.push(answer.status);
    }
    assert.deepEqual(statuses, [401, 401, 429], `trust proxy ${trustProxy}`);
  }
});

test('sign-ins that succeed, and input that is no guess, do not count', async (t) => {
  const signInLimits = { window: MINUTE, perAddress: 2, perAccount: 2 };
  const browser = (await startTestApi(t, { signInLimits })).browser();
  for (let round = 0; round < 5; round++) {
    assert.equal((await browser.signIn('uma@example.com')).status, 204);
    assert.equal((await browser.signIn('', '')).status, 422);
  }
});

test('an account can be tried again when the window is over', async (t) => {
  const signInLimits = { window: 1000, perAddress: 1, perAccount: 1 };
  const browser = (await startTestApi(t, { signInLimits })).browser();
  assert.equal((await browser.signIn('uma@example.com', 'guess')).status, 401);
  assert.equal((await browser.signIn('uma@example.com')).status, 429);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  assert.equal((await browser.signIn('uma@example.com')).status, 204);
});
