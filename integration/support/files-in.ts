import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Lists the files in a folder and below it, named from there. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}
