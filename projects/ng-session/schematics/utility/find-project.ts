import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';
import { posix } from 'node:path';

/** An application of the workspace; paths begin at the root of the workspace. */
export interface Project {
  readonly name: string;
  /** Empty for an application in the root of the workspace. */
  readonly root: string;
  readonly sourceRoot: string;
  /** The file that starts the application. */
  readonly mainPath: string;
  /** The file that renders the application on a server or at build time, where that is set up. */
  readonly serverPath?: string;
  /** What the application and its tests are compiled with, where the file exists. */
  readonly tsConfigs: readonly string[];
}

/** Finds an application by its name, or the only one. @throws SchematicsException with what to do. */
export async function findProject(tree: Tree, name?: string): Promise<Project> {
  const { projects } = await readWorkspace(tree);
  const applications = [...projects.entries()]
    .filter(([, { extensions }]) => extensions['projectType'] === 'application')
    .map(([application]) => application);
  const choose = `Choose an application with --project: ${applications.join(', ')}.`;

  const chosen = name ?? (applications.length === 1 ? applications[0] : undefined);
  if (chosen === undefined) {
    throw new SchematicsException(
      applications.length === 0
        ? 'This workspace has no application. Make one first: ng generate application.'
        : `This workspace has several applications. ${choose}`,
    );
  }
  const project = projects.get(chosen);
  if (!project) throw new SchematicsException(`There is no project "${chosen}". ${choose}`);
  if (!applications.includes(chosen)) {
    throw new SchematicsException(
      `"${chosen}" is a library: a session is set up by the application that uses it. ${choose}`,
    );
  }

  const root = inWorkspace(project.root);
  const sourceRoot = inWorkspace(project.sourceRoot ?? posix.join(root, 'src'));
  const build = project.targets.get('build')?.options ?? {};
  const test = project.targets.get('test')?.options ?? {};
  const { server } = build;
  return {
    name: chosen,
    root,
    sourceRoot,
    mainPath: inWorkspace(
      firstString(build['browser'], build['main'], posix.join(sourceRoot, 'main.ts')),
    ),
    ...(typeof server === 'string' && { serverPath: inWorkspace(server) }),
    tsConfigs: [
      firstString(build['tsConfig'], posix.join(root, 'tsconfig.app.json')),
      firstString(test['tsConfig'], posix.join(root, 'tsconfig.spec.json')),
    ]
      .map(inWorkspace)
      .filter((path) => tree.exists(path)),
  };
}

/** Whether a file belongs to an application alone, so that an edit changes no other one. */
export function isOwnFile({ sourceRoot }: Project, path: string): boolean {
  return sourceRoot === '' || path.startsWith(`${sourceRoot}/`);
}

function firstString(...values: unknown[]): string {
  return values.find((value) => typeof value === 'string') ?? '';
}

function inWorkspace(path: string): string {
  return posix
    .normalize(path)
    .replace(/^\.?\/|\/$/g, '')
    .replace(/^\.$/, '');
}
