import type { Tree } from '@angular-devkit/schematics';

/** All files of a tree, to compare it with another state of it. */
export function contentsOf(tree: Tree): Record<string, string> {
  const contents: Record<string, string> = {};
  tree.visit((path) => {
    contents[path] = tree.read(path)?.toString() ?? '';
  });
  return contents;
}
