import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

import { workspacePath } from '../workspace-path.ts';
import { hasSpec } from './has-spec.ts';
import { tableRows } from './table-rows.ts';

const PROOF = /^\[(?<title>.+)\]\((?<file>[^)]+\.ts)\)$/;

/** The guides whose tables name a spec for each line, and how many lines there are at least. */
const GUIDES: readonly (readonly [guide: string, rows: number])[] = [
  ['docs/from-adonisjs.md', 50],
  ['docs/from-express-tutorial.md', 20],
];

for (const [name, least] of GUIDES) {
  const guide = workspacePath(name);
  const rows = tableRows(readFileSync(guide, 'utf8'), 'Proved by');

  describe(`the tables of ${name}`, () => {
    it('are there', () => {
      assert.ok(rows.length > least, `${rows.length} rows`);
    });

    for (const { line, cells } of rows) {
      it(`line ${line}, ${cells[0] ?? ''}: leads to a spec of that title`, () => {
        const { title, file } = PROOF.exec(cells.at(-1) ?? '')?.groups ?? {};
        assert.ok(title && file, 'The last cell is [title of a spec](path/to/the.spec.ts).');
        const source = readFileSync(join(dirname(guide), file), 'utf8');
        assert.ok(hasSpec(source, title), `${file} has no spec "${title}".`);
      });
    }
  });
}

describe('the lines of docs/from-adonisjs.md without a counterpart', () => {
  it('have a reason', () => {
    const text = readFileSync(workspacePath('docs/from-adonisjs.md'), 'utf8');
    const missing = tableRows(text, 'Why not here');
    assert.ok(missing.length > 0);
    for (const { line, cells } of missing) assert.ok(cells.at(-1), `line ${line} has no reason`);
  });
});
