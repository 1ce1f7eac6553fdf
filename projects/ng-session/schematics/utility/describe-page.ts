import { strings } from '@angular-devkit/core';
import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';
import { posix } from 'node:path';

import type { Project } from './find-project';

/** What a generator is asked about any page. */
export interface PageOptions {
  readonly name: string;
  readonly flat?: boolean | undefined;
  readonly skipTests?: boolean | undefined;
}

/** The names and places of a page, as `ng generate component` would choose them. */
export interface Page {
  readonly name: string;
  readonly className: string;
  readonly selector: string;
  readonly folder: string;
  /** The name of its files, before the extension. */
  readonly fileName: string;
  /** The file of the component, from the root of the workspace. */
  readonly path: string;
  /** The extension of its styles, which are plain CSS. */
  readonly style: string;
  readonly skipTests: boolean;
}

/** The settings of `@schematics/angular:component` in `angular.json` that matter here. */
interface ComponentSettings {
  readonly prefix?: string;
  readonly style?: string;
  readonly type?: string;
  readonly addTypeToClassName?: boolean;
  readonly skipTests?: boolean;
}

/** Names a page of a project. @throws SchematicsException for what can not be a name. */
export async function describePage(
  tree: Tree,
  project: Project,
  options: PageOptions,
): Promise<Page> {
  const { dir, base } = posix.parse(options.name);
  const name = strings.dasherize(base);
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name)) {
    throw new SchematicsException(
      `"${options.name}" can not name a page. Begin with a letter, go on with letters, digits and ` +
        'dashes: --name=my-page.',
    );
  }
  const settings = await componentSettings(tree, project);
  const { type = '', addTypeToClassName = true } = settings;
  const folder = posix.join(project.sourceRoot, 'app', dir, options.flat ? '' : name);
  const fileName = [name, ...(type ? [strings.dasherize(type)] : [])].join('.');
  return {
    name,
    className: strings.classify(name) + (addTypeToClassName ? strings.classify(type) : ''),
    selector: [...(settings.prefix ? [settings.prefix] : []), name].join('-'),
    folder,
    fileName,
    path: `${folder}/${fileName}.ts`,
    style: settings.style === 'less' || settings.style === 'scss' ? settings.style : 'css',
    skipTests: options.skipTests ?? settings.skipTests ?? false,
  };
}

async function componentSettings(tree: Tree, { name }: Project): Promise<ComponentSettings> {
  const workspace = await readWorkspace(tree);
  const project = workspace.projects.get(name);
  return {
    ...(project?.prefix === undefined ? {} : { prefix: project.prefix }),
    ...settingsIn(workspace.extensions['schematics']),
    ...settingsIn(project?.extensions['schematics']),
  };
}

function settingsIn(schematics: unknown): ComponentSettings {
  const all = (schematics ?? {}) as Record<string, ComponentSettings | undefined>;
  return all['@schematics/angular:component'] ?? {};
}
