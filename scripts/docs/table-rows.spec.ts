import assert from 'node:assert/strict';
import { test } from 'node:test';

import { tableRows } from './table-rows.ts';

const TEXT = `# A

| Theirs | Proved by |
| :----- | --------- |
| \`a\`    | [b](c)    |
| none   |           |

| Theirs | Why |
| ------ | --- |
| x      | y   |
`;

test('the rows of the tables with that column, with their lines', () => {
  assert.deepEqual(tableRows(TEXT, 'Proved by'), [
    { line: 5, cells: ['`a`', '[b](c)'] },
    { line: 6, cells: ['none', ''] },
  ]);
});

test('none where no table has it', () => {
  assert.deepEqual(tableRows(TEXT, 'Cost'), []);
});
