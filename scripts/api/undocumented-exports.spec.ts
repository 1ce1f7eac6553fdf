import assert from 'node:assert/strict';
import { test } from 'node:test';

import { undocumentedExports } from './undocumented-exports.ts';

test('names what is marked, and no member of a class', () => {
  const report = `
// @public
export class Documented {
    // (undocumented)
    ngOnInit(): void;
}

// @public (undocumented)
export function bare(): void;

// @public (undocumented)
//
// Warning: (ae-forgotten-export) The symbol "Hidden" needs to be exported
export class Half extends Hidden {
}
`;
  assert.deepEqual(undocumentedExports(report), [
    'function bare(): void;',
    'class Half extends Hidden',
  ]);
});

test('finds nothing where all is documented', () => {
  assert.deepEqual(undocumentedExports('// @public\nexport const a: number;\n'), []);
});
