import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';

import { addToRoot } from '../utility/add-to-root';
import type { App } from '../utility/find-app';
import { isCallOf, isImport } from '../utility/import-of';
import { providedNodes } from '../utility/provided-nodes';
import { configSource, type SessionConfig } from './session-config';

const PROVIDE = { name: 'provideNgSession', from: 'ng-session' };
const MODULE = { name: 'NgSessionModule', from: 'ng-session' };

/** Sets up the session, unless it is set up already; returns what was done. @throws CannotEdit */
export function addSession(tree: Tree, app: App, config: SessionConfig): string[] {
  const found = providedNodes(app.files, app.bootstrap.arguments).find(isSetUp);
  if (found) {
    const { fileName: path } = found.getSourceFile();
    return [`${path}: the session is set up already; its configuration stays as it is.`];
  }
  const isStandalone = app.kind === 'standalone';
  const path = addToRoot(tree, app, {
    property: isStandalone ? 'providers' : 'imports',
    uses: [['ng-session', [isStandalone ? PROVIDE.name : MODULE.name]]],
    write: ([local = ''], quote) =>
      `${isStandalone ? local : `${local}.forRoot`}(${configSource(config, quote)})`,
  });
  return [`${path}: set up the session.`];
}

function isSetUp(node: ts.Node): boolean {
  if (isCallOf(node, PROVIDE)) return true;
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    isImport(node.expression.expression, MODULE)
  );
}
