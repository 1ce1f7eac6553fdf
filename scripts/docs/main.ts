import { globSync, readFileSync, writeFileSync } from 'node:fs';

import { workspacePath } from '../workspace-path.ts';
import { updateBlocks } from './update-blocks.ts';

// node scripts/docs/main.ts check|update: the code of the guides, against the files it is taken from.
const mode = process.argv[2];
if (mode !== 'check' && mode !== 'update') {
  console.error('Say check or update.');
  process.exit(2);
}

const PAGES = ['README.md', 'docs/*.md', 'projects/*/README.md'];

const read = (file: string) => readFileSync(workspacePath(file), 'utf8');
let failed = false;
for (const page of globSync(PAGES, { cwd: workspacePath('.') }).sort()) {
  const text = read(page);
  const { markdown, problems } = updateBlocks(text, read);
  for (const problem of problems) console.error(`${page}:${problem}`);
  failed ||= problems.length > 0;
  if (markdown === text) continue;
  if (mode === 'update') {
    writeFileSync(workspacePath(page), markdown);
    console.log(`${page} is written.`);
  } else {
    console.error(`${page}: its code differs from the files it names. Run npm run docs:update.`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
