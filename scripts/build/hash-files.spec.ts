import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { hashFiles } from './hash-files.ts';

test('changes with a content, a name and a new file, and with nothing else', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'hash-files-'));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep/a.ts'), 'a');

  const seen = [hashFiles([folder])];
  const changes = [
    () => writeFileSync(join(folder, 'deep/a.ts'), 'b'),
    () => renameSync(join(folder, 'deep/a.ts'), join(folder, 'deep/b.ts')),
    () => writeFileSync(join(folder, 'c.ts'), ''),
  ];
  for (const change of changes) {
    change();
    const hash = hashFiles([folder]);
    assert.equal(hashFiles([folder]), hash);
    assert.ok(!seen.includes(hash));
    seen.push(hash);
  }
});

test('a folder that is not there holds no files', () => {
  assert.equal(hashFiles(['no/such/folder']), hashFiles([]));
});
