import assert from 'node:assert/strict';
import { test } from 'node:test';

import { operatorsOf, passwordsOf, unknownAccountOf, wrongSignInOf } from './wrong-sign-in.ts';

const SIGN_IN = { email: 'ada@example.com', password: 'right', remember: true };

test('what is refused is made of what is taken', () => {
  assert.deepEqual(wrongSignInOf(SIGN_IN), { ...SIGN_IN, password: 'right-wrong' });
  assert.deepEqual(unknownAccountOf(SIGN_IN), { ...SIGN_IN, email: 'nobody-ada@example.com' });
  assert.deepEqual(passwordsOf(SIGN_IN), ['right']);
  assert.deepEqual(operatorsOf({ email: 'a', password: 'b' }), {
    email: { $ne: null },
    password: { $ne: null },
  });
});

test('a sign-in without a password by its name has no wrong one', () => {
  assert.equal(wrongSignInOf({ ticket: 'x' }), null);
  assert.equal(wrongSignInOf({ pin: 1234 }), null);
  assert.equal(unknownAccountOf({ pin: '1234' }), null);
});
