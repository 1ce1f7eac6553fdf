import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

import { workspacePath } from '../workspace-path.ts';
import { hasSpec } from './has-spec.ts';
import { tableRows } from './table-rows.ts';

interface Guide {
  readonly name: string;
  readonly atLeast: number;
  /** Whether all that is there has a counterpart here. */
  readonly missesNothing?: boolean;
}

/** The guides that prove each line, and how many lines that is at the least. */
const GUIDES: readonly Guide[] = [
  { name: 'from-adonisjs.md', atLeast: 50 },
  { name: 'from-angular-jwt.md', atLeast: 40 },
  { name: 'from-express-tutorial.md', atLeast: 20, missesNothing: true },
];
const PROOF = /^\[(?<title>.+)\]\((?<file>[^)]+\.ts)\)$/;

for (const { name, atLeast, missesNothing = false } of GUIDES) {
  const guide = workspacePath(`docs/${name}`);
  const text = readFileSync(guide, 'utf8');
  const rows = tableRows(text, 'Proved by');

  describe(`the tables of docs/${name}`, () => {
    it('are there', () => {
      assert.ok(rows.length >= atLeast, `${rows.length} rows`);
    });

    for (const { line, cells } of rows) {
      it(`line ${line}, ${cells[0] ?? ''}: leads to a spec of that title`, () => {
        const { title, file } = PROOF.exec(cells.at(-1) ?? '')?.groups ?? {};
        assert.ok(title && file, 'The last cell is [title of a spec](path/to/the.spec.ts).');
        const source = readFileSync(join(dirname(guide), file), 'utf8');
        assert.ok(hasSpec(source, title), `${file} has no spec "${title}".`);
      });
    }

    it('have a reason for each line without a counterpart', () => {
      const missing = tableRows(text, 'Why not here');
      assert.equal(missing.length === 0, missesNothing);
      for (const { line, cells } of missing) assert.ok(cells.at(-1), `line ${line} has no reason`);
    });
  });
}
