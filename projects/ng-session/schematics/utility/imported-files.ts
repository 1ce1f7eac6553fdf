import ts from 'typescript';

import type { SourceFiles } from './source-files';

/** A file, what it imports at once or later, what that imports and so on. */
export function importedFiles(files: SourceFiles, path: string): ts.SourceFile[] {
  const start = files.read(path);
  const found = new Set(start && [start]);
  // What is added to a set while it is walked comes up later in the same walk.
  for (const file of found) {
    for (const specifier of specifiersIn(file)) {
      const imported = files.resolve(specifier, file);
      if (imported) found.add(imported);
    }
  }
  return [...found];
}

function specifiersIn(file: ts.SourceFile): string[] {
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (specifier && ts.isStringLiteral(specifier)) specifiers.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return specifiers;
}
