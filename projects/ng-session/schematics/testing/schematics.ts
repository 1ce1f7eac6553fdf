import { SchematicTestRunner, type UnitTestTree } from '@angular-devkit/schematics/testing';
import { resolve } from 'node:path';

/** The root of the repository, seen from where the specs are built to. */
export const REPOSITORY = resolve(__dirname, '../../..');

/** The library as it is published. */
export const PACKAGE = resolve(REPOSITORY, 'dist/ng-session');

/** Runs the schematics of the built package. */
export function schematics(): SchematicTestRunner {
  return new SchematicTestRunner('ng-session', resolve(PACKAGE, 'schematics/collection.json'));
}

/** What an application is made with; the rest is as `ng new` has it. */
export interface AppOptions {
  readonly standalone?: boolean;
  readonly routing?: boolean;
  readonly ssr?: boolean;
  readonly inlineTemplate?: boolean;
  readonly inlineStyle?: boolean;
  /** Where the application is; in the root of the workspace by default. */
  readonly projectRoot?: string;
}

/** Makes an empty workspace, as `ng new --create-application=false` does. */
export function createWorkspace(): Promise<UnitTestTree> {
  return schematics().runExternalSchematic('@schematics/angular', 'workspace', {
    name: 'workspace',
    version: '22.2.0',
    newProjectRoot: 'projects',
  });
}

/** Adds an application, named `app` by default, to a workspace, by default a new one. */
export async function createApp(
  options: AppOptions = {},
  name = 'app',
  workspace?: UnitTestTree,
): Promise<UnitTestTree> {
  return schematics().runExternalSchematic(
    '@schematics/angular',
    'application',
    { name, projectRoot: '', skipInstall: true, ...options },
    workspace ?? (await createWorkspace()),
  );
}
