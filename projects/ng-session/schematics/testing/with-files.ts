import { UnitTestTree } from '@angular-devkit/schematics/testing';

/** A copy of an application with files that are different, or that there are more. */
export function withFiles(
  app: UnitTestTree,
  files: Readonly<Record<string, string>>,
): UnitTestTree {
  const tree = new UnitTestTree(app.branch());
  for (const [path, content] of Object.entries(files)) {
    if (tree.exists(path)) tree.overwrite(path, content);
    else tree.create(path, content);
  }
  return tree;
}
