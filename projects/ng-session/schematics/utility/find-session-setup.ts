import ts from 'typescript';

import type { App } from './find-app';
import { isCallOf, isImport } from './import-of';
import { providedNodes } from './provided-nodes';

/** What sets up the session of a standalone application. */
export const PROVIDE_SESSION = { name: 'provideNgSession', from: 'ng-session' };
/** What has `forRoot`, which sets it up in an application with NgModules. */
export const SESSION_MODULE = { name: 'NgSessionModule', from: 'ng-session' };

/** Finds the call that sets up the session of an application, wherever it is written. */
export function findSessionSetup(app: App): ts.CallExpression | undefined {
  return providedNodes(app.files, app.bootstrap.arguments).find(isSetup);
}

function isSetup(node: ts.Node): node is ts.CallExpression {
  if (isCallOf(node, PROVIDE_SESSION)) return true;
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    isImport(node.expression.expression, SESSION_MODULE)
  );
}
