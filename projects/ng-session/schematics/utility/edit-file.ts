import type { Tree } from '@angular-devkit/schematics';

import { applyEdits } from './apply-edits';
import type { TextEdit } from './text-edit';
import { wrapNewLines } from './wrap-new-lines';

/** Edits a TypeScript file; positions count from after a byte order mark, which stays. */
export function editFile(tree: Tree, path: string, edits: readonly TextEdit[]): void {
  if (edits.length === 0) return;
  const before = tree.readText(path);
  const after = wrapNewLines(before, applyEdits(before, edits));
  // A recorder, since it keeps the byte order mark, which the text is read without.
  const recorder = tree.beginUpdate(path).remove(0, before.length).insertLeft(0, after);
  tree.commitUpdate(recorder);
}
