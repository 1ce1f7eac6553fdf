import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { filesIn } from '../files-in.ts';

/** Returns one hash over the names and contents of files; a folder stands for all files below it. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
