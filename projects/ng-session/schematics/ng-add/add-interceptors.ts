import type { Tree } from '@angular-devkit/schematics';
import type ts from 'typescript';

import { addToRoot } from '../utility/add-to-root';
import { CannotEdit } from '../utility/cannot-edit';
import { editFile } from '../utility/edit-file';
import type { App } from '../utility/find-app';
import { isOwnFile } from '../utility/find-project';
import { isImport } from '../utility/import-of';
import { providedNodes } from '../utility/provided-nodes';
import { editHttpClient, lastInterceptors } from './edit-http-client';
import { findHttpClients } from './find-http-clients';

const INTERCEPTORS = ['credentialsInterceptor', 'unauthorizedInterceptor'];

/** Gives the interceptors to the application's HTTP client; returns what was done. @throws CannotEdit */
export function addInterceptors(tree: Tree, app: App): string[] {
  const missing = missingIn(providedNodes(app.files, app.bootstrap.arguments));
  if (missing.length === 0) return ['The interceptors are there already.'];

  const { calls, hasModule, elsewhere } = findHttpClients(app);
  const [call, ...more] = calls;
  if (more.length > 0) {
    throw new CannotEdit(
      `provideHttpClient is called several times: ${filesOf(calls).join(', ')}.`,
    );
  }
  if (!call && !hasModule && elsewhere.length > 0) {
    const files = filesOf(elsewhere).join(', ');
    throw new CannotEdit(`An HTTP client is set up in ${files}, but not in the root providers.`);
  }
  const edited = call && lastInterceptors(app.files, call.arguments);
  const lacking = elsewhere.filter((client) => {
    const nodes = providedNodes(app.files, [client]);
    return missingIn(nodes).length > 0 && !(edited && nodes.includes(edited));
  });
  const path = call ? extend(tree, app, call, missing) : addClient(tree, app, missing);
  return [
    `${path}: added ${missing.join(', ')}.`,
    ...filesOf(lacking).map(
      (other) => `${other} sets up an HTTP client of its own, which lacks them.`,
    ),
  ];
}

function missingIn(nodes: readonly ts.Node[]): string[] {
  return INTERCEPTORS.filter(
    (name) => !nodes.some((node) => isImport(node, { name, from: 'ng-session' })),
  );
}

/** The files of some nodes, each once. */
function filesOf(nodes: readonly ts.Node[]): string[] {
  return [...new Set(nodes.map((node) => node.getSourceFile().fileName))];
}

function extend(tree: Tree, app: App, call: ts.CallExpression, missing: string[]): string {
  const { fileName: path } = call.getSourceFile();
  if (!isOwnFile(app, path)) {
    throw new CannotEdit(`provideHttpClient is called in ${path}, outside of the application.`);
  }
  editFile(tree, path, editHttpClient(app.files, call, missing));
  return path;
}

/** Beside an `HttpClientModule` too: interceptors of both add up, and nothing else changes. */
function addClient(tree: Tree, app: App, missing: string[]): string {
  return addToRoot(tree, app, {
    property: 'providers',
    uses: [
      ['@angular/common/http', ['provideHttpClient', 'withInterceptors']],
      ['ng-session', missing],
    ],
    write: ([provide = '', withInterceptors = '', ...locals]) =>
      `${provide}(${withInterceptors}([${locals.join(', ')}]))`,
  });
}
