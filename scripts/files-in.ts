import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Lists the files in a folder and below it, in order. A file stands for itself, what is not there for none. */
export function filesIn(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
