import ts from 'typescript';

import { importOf } from './import-of';
import type { SourceFiles } from './source-files';

/** What a name may stand for: a constant, a function or a class. */
export type Declaration = ts.VariableDeclaration | ts.FunctionDeclaration | ts.ClassDeclaration;

/** Finds what a name stands for: in the blocks around it, in its file, or where its import leads. */
export function findDeclaration(
  files: SourceFiles,
  identifier: ts.Identifier,
): Declaration | undefined {
  for (let node: ts.Node = identifier; ; node = node.parent) {
    if (ts.isFunctionLike(node) && hasParameter(node, identifier.text)) return undefined;
    if (ts.isBlock(node) || ts.isSourceFile(node)) {
      const declaration = declarationIn(node.statements, identifier.text);
      if (declaration) return declaration;
    }
    if (ts.isSourceFile(node)) break;
  }
  const imported = importOf(identifier);
  const file = imported && files.resolve(imported.from, identifier.getSourceFile());
  return file && exportedDeclaration(files, file, imported.name);
}

/** Follows an export through the files that pass it on. */
function exportedDeclaration(
  files: SourceFiles,
  file: ts.SourceFile,
  name: string,
  seen = new Set<ts.SourceFile>(),
): Declaration | undefined {
  if (seen.has(file)) return undefined;
  seen.add(file);
  const declared = file.statements.find(
    (statement) => isDefaultExport(statement) && name === 'default',
  );
  if (declared && ts.isExportAssignment(declared)) {
    const { expression } = declared;
    return ts.isIdentifier(expression) ? findDeclaration(files, expression) : undefined;
  }
  if (declared) return declared as ts.FunctionDeclaration | ts.ClassDeclaration;

  for (const statement of file.statements.filter(ts.isExportDeclaration)) {
    const { exportClause, moduleSpecifier } = statement;
    const target =
      moduleSpecifier && ts.isStringLiteral(moduleSpecifier)
        ? files.resolve(moduleSpecifier.text, file)
        : undefined;
    if (!exportClause) {
      const found = target && exportedDeclaration(files, target, name, seen);
      if (found) return found;
    } else if (ts.isNamedExports(exportClause)) {
      const element = exportClause.elements.find((one) => one.name.text === name);
      const original = element && (element.propertyName ?? element.name);
      if (!original) continue;
      if (target) return exportedDeclaration(files, target, original.text, seen);
      if (!moduleSpecifier && ts.isIdentifier(original)) return findDeclaration(files, original);
    }
  }
  return declarationIn(file.statements, name);
}

function declarationIn(
  statements: ts.NodeArray<ts.Statement>,
  name: string,
): Declaration | undefined {
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find(
        (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name,
      );
      if (found) return found;
    }
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (statement.name?.text === name) return statement;
    }
  }
  return undefined;
}

function isDefaultExport(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return !statement.isExportEquals;
  return (
    (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true
  );
}

function hasParameter(node: ts.SignatureDeclaration, name: string): boolean {
  return node.parameters.some(
    (parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name,
  );
}
