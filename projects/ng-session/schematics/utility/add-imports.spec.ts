import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { addImports } from './add-imports';
import { applyEdits } from './apply-edits';
import { parseSource } from './source-files';

describe('addImports', () => {
  const table: readonly (readonly [before: string, after: string, locals?: string[]])[] = [
    ['', "import { a, b } from 'm';\n\n"],
    ['// Licence\n\nrun();\n', "// Licence\n\nimport { a, b } from 'm';\n\nrun();\n"],
    ["import 'x';\n", "import 'x';\nimport { a, b } from 'm';\n"],
    ['import "x" // why\nrun();\n', 'import "x" // why\nimport { a, b } from "m";\nrun();\n'],
    ["import 'x';\r\n", "import 'x';\r\nimport { a, b } from 'm';\r\n"],
    ["import { a } from 'm';\n", "import { a, b } from 'm';\n"],
    ["import { a, b } from 'm';\n", "import { a, b } from 'm';\n"],
    ["import { b as c, a } from 'm';\n", "import { b as c, a } from 'm';\n", ['a', 'c']],
    ["import d, { a } from 'm';\n", "import d, { a, b } from 'm';\n"],
    ["import type { T } from 'm';\n", "import type { T } from 'm';\nimport { a, b } from 'm';\n"],
    ["import { type T } from 'm';\n", "import { type T, a, b } from 'm';\n"],
    [
      "import { type a } from 'm';\n",
      "import { type a, a as ngSessionA, b } from 'm';\n",
      ['ngSessionA', 'b'],
    ],
    ["import * as m from 'm';\n", "import * as m from 'm';\nimport { a, b } from 'm';\n"],
    [
      "import { a } from 'other';\n",
      "import { a } from 'other';\nimport { a as ngSessionA, b } from 'm';\n",
      ['ngSessionA', 'b'],
    ],
    [
      'function f(a, ngSessionA) {}\n',
      "import { a as ngSessionA2, b } from 'm';\n\nfunction f(a, ngSessionA) {}\n",
      ['ngSessionA2', 'b'],
    ],
    ['o.a({ b: 1 });\n', "import { a, b } from 'm';\n\no.a({ b: 1 });\n"],
  ];
  for (const [before, after, locals = ['a', 'b']] of table) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      const added = addImports(parseSource('file.ts', before), 'm', ['a', 'b']);
      assert.equal(applyEdits(before, added.edits), after);
      assert.deepEqual(added.locals, locals);
    });
  }
});
