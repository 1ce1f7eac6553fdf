import assert from 'node:assert/strict';
import { test } from 'node:test';

import { checkBackend } from '../../ng-session-express/src/check/run-check.ts';
import { startTestApi } from './testing/start-test-api.ts';

test('the API keeps every rule that any backend is held against', async (t) => {
  const { url } = await startTestApi(t);
  const { findings, notChecked } = await checkBackend({
    url,
    origin: 'http://localhost:4200',
    signIn: { email: 'uma@example.com', password: 'demo-password' },
    limits: true,
  });
  assert.deepEqual(findings, []);
  const ids = notChecked.map(({ id }) => id);
  assert.deepEqual(ids, ['cookie-secure', 'cookie-prefix']);
});
