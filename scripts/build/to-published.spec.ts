import assert from 'node:assert/strict';
import { test } from 'node:test';

import { toPublished } from './to-published.ts';

const source = {
  name: 'a',
  type: 'module',
  exports: { '.': './src/index.ts', './testing': './src/testing/index.ts' },
  bin: { a: './src/cli/main.ts' },
  scripts: { test: 'node --test' },
  dependencies: { b: '^1.0.0' },
  devDependencies: { c: '^2.0.0' },
};

test('offers what was compiled, and nothing of the workspace', () => {
  assert.deepEqual(toPublished(source), {
    name: 'a',
    type: 'module',
    dependencies: { b: '^1.0.0' },
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './testing': { types: './testing/index.d.ts', default: './testing/index.js' },
      './package.json': './package.json',
    },
    bin: { a: './cli/main.js' },
  });
});

for (const path of ['./index.ts', './src/index.js', 'src/index.ts']) {
  test(`refuses ${path}, which is compiled to nowhere`, () => {
    assert.throws(() => toPublished({ ...source, exports: { '.': path } }), /is no source/);
  });
}
