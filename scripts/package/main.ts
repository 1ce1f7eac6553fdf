import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { workspacePath } from '../workspace-path.ts';
import { lintPackage } from './lint-package.ts';
import { listPackedFiles, packInto } from './pack.ts';
import { PACKAGES } from './packages.ts';
import type { Package } from './packages.ts';

// node scripts/package/main.ts check|update: what is published, against what was agreed on in goldens/.
// node scripts/package/main.ts pack <folder>: makes the tarballs.
const [mode, folder] = process.argv.slice(2);

if (mode === 'check') await forEach(check);
else if (mode === 'update') await forEach(update);
else if (mode === 'pack' && folder !== undefined) {
  const destination = workspacePath(folder);
  mkdirSync(destination, { recursive: true });
  await forEach((published) => console.log(packInto(destination, published)));
} else {
  console.error('Say check, update, or pack and a folder.');
  process.exitCode = 2;
}

async function forEach(work: (published: Package) => unknown): Promise<void> {
  for (const published of PACKAGES) {
    await published.build();
    await work(published);
  }
}

async function check(published: Package): Promise<void> {
  const golden = goldenOf(published);
  const files = packedFiles(published);
  if (readFileSync(workspacePath(golden), 'utf8') === files) {
    console.log(`${golden} is up to date.`);
  } else {
    console.error(`The tarball holds other files than ${golden}:\n${files}`);
    console.error('Meant to? Run npm run package:update.');
    process.exitCode = 1;
  }
  if (!(await lintPackage(published))) process.exitCode = 1;
}

function update(published: Package): void {
  const golden = goldenOf(published);
  writeFileSync(workspacePath(golden), packedFiles(published));
  console.log(`${golden} is written.`);
}

function goldenOf({ name }: Package): string {
  return `goldens/${name}.files.txt`;
}

function packedFiles(published: Package): string {
  return `${listPackedFiles(published).join('\n')}\n`;
}
