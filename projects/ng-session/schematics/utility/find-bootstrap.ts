import ts from 'typescript';

import { CannotEdit } from './cannot-edit';
import { isCallOf, isImport } from './import-of';
import type { Project } from './find-project';
import type { SourceFiles } from './source-files';

/** The call that starts an application. */
export interface Bootstrap {
  readonly kind: 'standalone' | 'ng-module';
  readonly call: ts.CallExpression;
}

const PLATFORMS = [
  { name: 'platformBrowser', from: '@angular/platform-browser' },
  { name: 'platformBrowserDynamic', from: '@angular/platform-browser-dynamic' },
];

/** Finds the call in the main file, or in one that it only loads. @throws CannotEdit */
export function findBootstrap(files: SourceFiles, { mainPath }: Project): Bootstrap {
  const main = files.read(mainPath);
  if (!main) throw new CannotEdit(`The main file ${mainPath} does not exist.`);
  const candidates = [main, ...filesLoadedBy(files, main)];
  const found = candidates.map(bootstrapIn).find((bootstrap) => bootstrap !== undefined);
  if (found) return found;
  throw new CannotEdit(`${mainPath} calls neither bootstrapApplication nor bootstrapModule.`);
}

function bootstrapIn(file: ts.SourceFile): Bootstrap | undefined {
  const visit = (node: ts.Node): Bootstrap | undefined => {
    if (isCallOf(node, { name: 'bootstrapApplication', from: '@angular/platform-browser' })) {
      return { kind: 'standalone', call: node };
    }
    if (isBootstrapModule(node)) return { kind: 'ng-module', call: node };
    return ts.forEachChild(node, visit);
  };
  return visit(file);
}

function isBootstrapModule(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression: platform } = node.expression;
  return (
    name.text === 'bootstrapModule' &&
    ts.isCallExpression(platform) &&
    PLATFORMS.some((one) => isImport(platform.expression, one))
  );
}

/** Where module federation is used, main only loads the file that starts the application. */
function filesLoadedBy(files: SourceFiles, main: ts.SourceFile): ts.SourceFile[] {
  const loaded: ts.SourceFile[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportDeclaration(node) && !node.importClause
          ? node.moduleSpecifier
          : undefined;
    const file =
      specifier && ts.isStringLiteral(specifier) ? files.resolve(specifier.text, main) : undefined;
    if (file) loaded.push(file);
    ts.forEachChild(node, visit);
  };
  visit(main);
  return loaded;
}
