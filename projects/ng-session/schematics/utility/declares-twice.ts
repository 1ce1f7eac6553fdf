import ts from 'typescript';

import { parseSource } from './source-files';

/**
 * Whether a file declares a name that it imports or uses for something else, such as the class `Router`
 * beside Angular's. Where the file imports the class, only a second import counts.
 */
export function declaresTwice(text: string, name: string): boolean {
  const source = parseSource('page.ts', text);
  const isDeclaredHere = source.statements.some(
    (statement) => ts.isClassDeclaration(statement) && statement.name?.text === name,
  );
  let count = 0;
  const visit = (node: ts.Node): void => {
    const isWanted = ts.isIdentifier(node) && node.text === name;
    if (isWanted && (isDeclaredHere || ts.isImportSpecifier(node.parent))) count++;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return count > 1;
}
