import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { test } from 'node:test';

import { stores } from '../stores.ts';

test('an app without the package redis uses the other stores, and is told what to install', async (t) => {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'redis') return next(specifier, context);
      throw Object.assign(new Error('Cannot find it.'), { code: 'MODULE_NOT_FOUND' });
    },
  });
  t.after(() => hooks.deregister());
  const context = { secrets: ['a-secret-of-this-test-that-is-long-enough'], cookieName: 'sid' };
  const redis = stores.redis({ url: 'redis://localhost' });
  assert.throws(() => redis(context), {
    code: 'invalid-config',
    message: /needs the package 'redis'\. Run: npm install redis$/,
  });
  const given = { isReady: false, sendCommand: () => Promise.reject(new Error('down')) };
  const store = stores.redis({ client: given })(context);
  if ('close' in store) await store.close();
});
