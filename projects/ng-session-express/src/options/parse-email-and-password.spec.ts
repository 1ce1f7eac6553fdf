import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { InvalidInput } from '../http/invalid-input.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { parseEmailAndPassword } from './parse-email-and-password.ts';

const REQUIRED = ['This is required.'];
const TOO_LONG = ['Use up to 254 characters.'];

const invalid: readonly (readonly [json: unknown, errors: object])[] = [
  [undefined, { email: REQUIRED, password: REQUIRED }],
  [{}, { email: REQUIRED, password: REQUIRED }],
  [[], { email: REQUIRED, password: REQUIRED }],
  [{ email: UMA.email }, { password: REQUIRED }],
  [{ email: ' ', password: 'x' }, { email: REQUIRED }],
  [{ email: [UMA.email], password: 'x' }, { email: REQUIRED }],
  [
    { email: { $ne: '' }, password: { $ne: '' } },
    { email: REQUIRED, password: REQUIRED },
  ],
  [
    { email: 'x'.repeat(255), password: 'x'.repeat(255) },
    { email: TOO_LONG, password: TOO_LONG },
  ],
];
for (const [json, errors] of invalid) {
  test(`a sign-in with ${inspect(json).slice(0, 60)} answers 422, with messages, and is not verified`, async (t) => {
    const server = await startTestServer(t);
    const answer = await server.browser().send('POST', '/api/users/sign-in', { json });
    assert.equal(answer.status, 422);
    assert.deepEqual(answer.body, { error: 'Some fields are not valid.', errors });
    assert.deepEqual(server.verified, []);
  });
}

test('a password is taken as it was typed', () => {
  const typed = { email: ' Uma@example.com', password: '  two words ' };
  assert.deepEqual(parseEmailAndPassword({ ...typed, more: true }), typed);
  assert.throws(() => parseEmailAndPassword(null), InvalidInput);
});

test('an app takes credentials of its own', async (t) => {
  const server = await startTestServer(t, {
    parseSignIn: (body) => {
      const { code } = body as { code?: unknown };
      if (code !== 'the-code') throw new InvalidInput({ code: ['It has six digits.'] });
      return { email: UMA.email, password: '' };
    },
    signIn: () => UMA,
  });
  const wrong = await server.browser().signIn(rightPassword(UMA));
  assert.equal(wrong.status, 422);
  assert.deepEqual((wrong.body as { errors: object }).errors, { code: ['It has six digits.'] });
  assert.equal((await server.browser().signIn({ code: 'the-code' })).status, 204);
});

test('a sign-in of 16 KiB and more is not read', async (t) => {
  const server = await startTestServer(t);
  const json = { ...rightPassword(UMA), more: 'x'.repeat(16 * 1024) };
  assert.equal((await server.browser().signIn(json)).status, 413);
  assert.deepEqual(server.verified, []);
});
