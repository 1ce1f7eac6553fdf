import type { Tree } from '@angular-devkit/schematics';
import type ts from 'typescript';

import { CannotEdit } from './cannot-edit';
import { findBootstrap } from './find-bootstrap';
import { findConfig } from './find-config';
import { findProject, type Project } from './find-project';
import { moduleMetadata } from './module-metadata';
import { SourceFiles } from './source-files';

interface FoundApp extends Project {
  /** The files as they were when the application was looked at. */
  readonly files: SourceFiles;
  /** The call that starts the application. */
  readonly bootstrap: ts.CallExpression;
}

/** An application that `bootstrapApplication` starts. */
export interface StandaloneApp extends FoundApp {
  readonly kind: 'standalone';
  /** The object for the providers; none where the application is started without. */
  readonly config?: ts.ObjectLiteralExpression;
}

/** An application that `bootstrapModule` starts. */
export interface NgModuleApp extends FoundApp {
  readonly kind: 'ng-module';
  /** What `@NgModule` is given on the root module. */
  readonly metadata: ts.ObjectLiteralExpression;
}

/** An application, with the place of its root providers. */
export type App = StandaloneApp | NgModuleApp;

/**
 * Finds an application and the place of its root providers; look anew after an edit.
 *
 * @throws SchematicsException when the project is not there, `CannotEdit` when the place is not found.
 */
export async function findApp(tree: Tree, projectName?: string): Promise<App> {
  const project = await findProject(tree, projectName);
  const files = new SourceFiles(tree, project);
  const { kind, call } = findBootstrap(files, project);
  const found = { ...project, files, bootstrap: call };
  const [started, options] = call.arguments;
  const path = call.getSourceFile().fileName;

  if (kind === 'ng-module') {
    const metadata = started && moduleMetadata(files, started);
    if (!metadata) throw new CannotEdit(`The root module that ${path} starts was not found.`);
    return { ...found, kind, metadata };
  }
  if (!options) return { ...found, kind };
  const config = findConfig(files, options);
  if (!config) throw new CannotEdit(`The configuration that ${path} starts with was not found.`);
  return { ...found, kind, config };
}
