import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);

/** Returns the absolute path of a file or folder that is named from the root of the repository. */
export function workspacePath(relativePath: string): string {
  return fileURLToPath(new URL(relativePath, ROOT));
}
