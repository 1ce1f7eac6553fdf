import ts from 'typescript';

import { findDeclaration, type Declaration } from './find-declaration';
import { isCallOf, isImport } from './import-of';
import { moduleMetadataOf } from './module-metadata';
import { propertyOf } from './property-of';
import type { SourceFiles } from './source-files';

/**
 * Everything that some root providers are made of, wherever it is written: through constants,
 * functions and NgModules, but neither into other classes nor into routes, whose providers are their own.
 */
export function providedNodes(files: SourceFiles, roots: readonly ts.Node[]): ts.Node[] {
  const nodes: ts.Node[] = [];
  const seen = new Set<Declaration>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isRouterSetUp(node)) return;
    nodes.push(node);
    if (ts.isIdentifier(node)) {
      const declaration = findDeclaration(files, node);
      if (!declaration || seen.has(declaration)) return;
      seen.add(declaration);
      providingParts(declaration).forEach(visit);
    } else if (ts.isPropertyAssignment(node)) {
      // The name of a property stands for nothing.
      visit(node.initializer);
    } else if (ts.isPropertyAccessExpression(node)) {
      visit(node.expression);
    } else {
      ts.forEachChild(node, visit);
    }
  };
  roots.forEach(visit);
  return nodes;
}

/** The parts of a declaration that bring providers. */
function providingParts(declaration: Declaration): ts.Node[] {
  if (ts.isVariableDeclaration(declaration)) return present(declaration.initializer);
  if (ts.isFunctionDeclaration(declaration)) return present(declaration.body);
  const metadata = moduleMetadataOf(declaration);
  if (!metadata) return [];
  return present(
    propertyOf(metadata, 'imports'),
    propertyOf(metadata, 'exports'),
    propertyOf(metadata, 'providers'),
    // `CoreModule.forRoot()`
    ...declaration.members.filter(ts.isMethodDeclaration).map(({ body }) => body),
  );
}

function isRouterSetUp(node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  const callee = ts.isPropertyAccessExpression(expression) ? expression.expression : expression;
  return (
    isCallOf(node, { name: 'provideRouter', from: '@angular/router' }) ||
    isImport(callee, { name: 'RouterModule', from: '@angular/router' })
  );
}

function present(...nodes: (ts.Node | undefined)[]): ts.Node[] {
  return nodes.filter((node) => node !== undefined);
}
