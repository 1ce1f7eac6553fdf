import { readFileSync } from 'node:fs';

import { workspacePath } from '../../scripts/workspace-path.ts';

const BLOCK = /^```sh\n([^]*?)^```$/gm;

/** Returns what a guide has its reader type, line by line, without the remarks. */
export function commandsOf(guide: string): readonly string[] {
  const text = readFileSync(workspacePath(guide), 'utf8');
  return [...text.matchAll(BLOCK)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}
