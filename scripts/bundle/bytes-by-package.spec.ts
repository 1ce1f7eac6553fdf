import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytesByPackage } from './bytes-by-package.ts';

test('adds up the bytes of each package, over scripts only', () => {
  const inputs = {
    'apps/with/main.ts': { bytesInOutput: 1 },
    '../../dist/ng-session/fesm2022/ng-session.mjs': { bytesInOutput: 20 },
    '../../node_modules/@lukeed/ms/dist/index.mjs': { bytesInOutput: 300 },
    '../../node_modules/a/node_modules/dequal/dist/index.mjs': { bytesInOutput: 4000 },
    '../../node_modules/dequal/lite/index.mjs': { bytesInOutput: 50_000 },
  };
  assert.deepEqual(
    [...bytesByPackage({ outputs: { 'main.js': { inputs }, 'styles.css': { inputs } } })],
    [
      ['the app', 1],
      ['ng-session', 20],
      ['@lukeed/ms', 300],
      ['dequal', 54_000],
    ],
  );
});
