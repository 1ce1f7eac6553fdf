import ts from 'typescript';

/** What an import brings in: a name of a module. */
export interface Import {
  readonly name: string;
  readonly from: string;
}

/** Tells what an expression names, if an import brought it in: `http` or `http.provideHttpClient`. */
export function importOf(expression: ts.Node): Import | undefined {
  if (ts.isPropertyAccessExpression(expression)) {
    const namespace = importOf(expression.expression);
    return namespace?.name === '*' ? { ...namespace, name: expression.name.text } : undefined;
  }
  if (!ts.isIdentifier(expression)) return undefined;
  const local = expression.text;
  for (const statement of expression.getSourceFile().statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
      continue;
    }
    const name = importedName(statement.importClause, local);
    if (name !== undefined) return { name, from: statement.moduleSpecifier.text };
  }
  return undefined;
}

/** Whether an expression is this name of this module, whatever the file calls it. */
export function isImport(expression: ts.Node, { name, from }: Import): boolean {
  const found = importOf(expression);
  return found?.name === name && found.from === from;
}

/** Whether a node is a call of this function of a module. */
export function isCallOf(node: ts.Node, callee: Import): node is ts.CallExpression {
  return ts.isCallExpression(node) && isImport(node.expression, callee);
}

function importedName(clause: ts.ImportClause | undefined, local: string): string | undefined {
  if (clause?.name?.text === local) return 'default';
  const bindings = clause?.namedBindings;
  if (!bindings) return undefined;
  if (ts.isNamespaceImport(bindings)) return bindings.name.text === local ? '*' : undefined;
  const element = bindings.elements.find(({ name }) => name.text === local);
  return element && (element.propertyName ?? element.name).text;
}
