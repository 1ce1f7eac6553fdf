import { noop, type Rule } from '@angular-devkit/schematics';
import ts from 'typescript';

import { addImports } from './add-imports';
import { CannotEdit } from './cannot-edit';
import { editFile } from './edit-file';
import type { Project } from './find-project';
import { findRoute } from './find-route';
import { ownRoutes } from './find-routes';
import { firstArgument } from './first-argument';
import { isCallOf } from './import-of';
import { insertIntoRoutes } from './insert-into-routes';
import { indentUnitOf, quoteOf } from './layout-of';
import { SourceFiles } from './source-files';
import { valueOf } from './value-of';

/**
 * Leaves a route to the browser, in an application that is rendered on a server or at build time: there
 * nobody is signed in, so that a guard would lead everybody away. Warns where it can not be edited.
 */
export function renderInBrowser(project: Project, path: string): Rule {
  const { serverPath } = project;
  if (serverPath === undefined) return noop();
  return (tree, { logger }) => {
    try {
      const array = findServerRoutes(new SourceFiles(tree, project), serverPath);
      if (findRoute(array, path)) return;
      const source = ownRoutes(array, project).getSourceFile();
      const { edits, locals } = addImports(source, '@angular/ssr', ['RenderMode']);
      const unit = indentUnitOf(source.text);
      const quote = quoteOf(source.text);
      const code = [
        '{',
        `${unit}path: ${quote}${path}${quote},`,
        `${unit}renderMode: ${locals.join()}.Client,`,
        '}',
      ];
      editFile(tree, source.fileName, [...edits, ...insertIntoRoutes(array, path, () => code)]);
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      logger.warn(
        `${error.message} Add { path: '${path}', renderMode: RenderMode.Client } to the routes of ` +
          'the server: it knows no session, so the page is for the browser to render.',
      );
    }
  };
}

/** Finds the array that `withRoutes` is given, in what the main file of the server imports. */
function findServerRoutes(files: SourceFiles, serverPath: string): ts.ArrayLiteralExpression {
  const routes = firstArgument(files, serverPath, isWithRoutes);
  if (!routes) throw new CannotEdit(`What ${serverPath} imports does not call withRoutes.`);
  const value = valueOf(files, routes);
  if (ts.isArrayLiteralExpression(value)) return value;
  const { fileName } = routes.getSourceFile();
  throw new CannotEdit(`The routes of the server in ${fileName} are not written as an array.`);
}

function isWithRoutes(node: ts.Node): node is ts.CallExpression {
  return isCallOf(node, { name: 'withRoutes', from: '@angular/ssr' });
}
