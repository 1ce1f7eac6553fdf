import {
  chain,
  type Rule,
  schematic,
  SchematicsException,
  type Tree,
} from '@angular-devkit/schematics';

import { CannotEdit } from '../utility/cannot-edit';
import { findApp } from '../utility/find-app';
import { type Bootstrap, findBootstrap } from '../utility/find-bootstrap';
import { findProject, type Project } from '../utility/find-project';
import { SourceFiles } from '../utility/source-files';
import { addInterceptors } from './add-interceptors';
import { addProxy, missingProxy, toProxy } from './add-proxy';
import { addSession } from './add-session';
import { addUserType } from './add-user-type';
import { manualSteps } from './manual-steps';
import type { NgAddOptions } from './ng-add-options';
import { type SessionConfig, toSessionConfig } from './session-config';
import { signInPage } from './sign-in-page';

const NEXT = 'Next: ng generate ng-session:guarded-route adds a page that needs a sign-in.';

/** Sets up ng-session in an application: all of it, or nothing where something can not be edited. */
export function ngAdd(options: NgAddOptions): Rule {
  const config = toSessionConfig(options);
  const proxy = toProxy(options.proxy, config);

  return async (tree, { logger }) => {
    const project = await findProject(tree, options.project);
    const done: string[] = [];
    try {
      done.push(...(await setUp(tree, project, config)));
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      const steps = manualSteps({ project, kind: kindOf(tree, project), config, proxy });
      throw new SchematicsException(`${error.message}\n\n${steps}`);
    }
    done.push(...addUserType(tree, project));
    const proxied = proxy ? addProxy(tree, project, proxy) : missingProxy(tree, project, config);
    done.push(...(await proxied));

    const page = options.signInPage === false ? {} : await signInPage(tree, project);
    return chain([
      ...(page.options ? [schematic('sign-in', page.options)] : []),
      // Only now, when nothing can fail any more.
      () => {
        for (const line of [...done, NEXT]) logger.info(line);
        if (page.obstacle !== undefined) logger.warn(page.obstacle);
      },
    ]);
  };
}

/** What is edited in the sources; the application is looked at anew after the first edit. */
async function setUp(tree: Tree, { name }: Project, config: SessionConfig): Promise<string[]> {
  return [
    ...addInterceptors(tree, await findApp(tree, name)),
    ...addSession(tree, await findApp(tree, name), config),
  ];
}

function kindOf(tree: Tree, project: Project): Bootstrap['kind'] | undefined {
  try {
    return findBootstrap(new SourceFiles(tree, project), project).kind;
  } catch (error) {
    if (error instanceof CannotEdit) return undefined;
    throw error;
  }
}
