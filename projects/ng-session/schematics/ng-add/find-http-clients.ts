import ts from 'typescript';

import type { App } from '../utility/find-app';
import { isCallOf, isImport } from '../utility/import-of';
import { importedFiles } from '../utility/imported-files';
import { providedNodes } from '../utility/provided-nodes';

const PROVIDE = { name: 'provideHttpClient', from: '@angular/common/http' };
const VIA_PARENT = { name: 'withRequestsMadeViaParent', from: '@angular/common/http' };
const MODULE = { name: 'HttpClientModule', from: '@angular/common/http' };

/** Where an application sets up its HTTP clients. */
export interface HttpClients {
  /** The calls of `provideHttpClient` in its root providers. */
  readonly calls: readonly ts.CallExpression[];
  /** Whether its root providers have the `HttpClientModule` of old. */
  readonly hasModule: boolean;
  /** What sets up another, such as one for a lazy route. */
  readonly elsewhere: readonly ts.Node[];
}

/** Finds each `provideHttpClient`, in the root providers and in all that the application imports. */
export function findHttpClients(app: App): HttpClients {
  const provided = new Set(providedNodes(app.files, app.bootstrap.arguments));
  const elsewhere = importedFiles(app.files, app.mainPath).flatMap((file) =>
    nodesOf(file).filter((node) => isOwnClient(node) && !provided.has(node)),
  );
  return {
    calls: [...provided].filter((node) => isCallOf(node, PROVIDE)),
    hasModule: [...provided].some((node) => isImport(node, MODULE)),
    elsewhere,
  };
}

/** One that hands its requests to the parent needs no interceptors of its own. */
function isOwnClient(node: ts.Node): boolean {
  if (isCallOf(node, PROVIDE)) {
    return !node.arguments.some((feature) => isCallOf(feature, VIA_PARENT));
  }
  return isImport(node, MODULE) && !ts.isImportSpecifier(node.parent);
}

function nodesOf(node: ts.Node): ts.Node[] {
  const nodes = [node];
  ts.forEachChild(node, (child) => void nodes.push(...nodesOf(child)));
  return nodes;
}
