import ts from 'typescript';

import { importedFiles } from './imported-files';
import type { SourceFiles } from './source-files';

/** Finds what the first call of a kind is given first, in a file and in all that it imports. */
export function firstArgument(
  files: SourceFiles,
  path: string,
  isWanted: (node: ts.Node) => node is ts.CallExpression,
): ts.Expression | undefined {
  const find = (node: ts.Node): ts.CallExpression | undefined =>
    isWanted(node) ? node : ts.forEachChild(node, find);
  for (const file of importedFiles(files, path)) {
    const argument = find(file)?.arguments[0];
    if (argument) return argument;
  }
  return undefined;
}
