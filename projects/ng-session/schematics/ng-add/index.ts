import {
  noop,
  type Rule,
  schematic,
  SchematicsException,
  type Tree,
} from '@angular-devkit/schematics';

import { CannotEdit } from '../utility/cannot-edit';
import { type App, findApp } from '../utility/find-app';
import { findRoutes } from '../utility/find-routes';
import { hasPath } from '../utility/find-routes-path';
import { addInterceptors } from './add-interceptors';
import { addProxy, toProxy } from './add-proxy';
import { addSession } from './add-session';
import { addUserType } from './add-user-type';
import { manualSteps } from './manual-steps';
import type { NgAddOptions } from './schema';
import { type SessionConfig, toSessionConfig } from './session-config';

const NEXT = 'Next: ng generate ng-session:guarded-route adds a page that needs a sign-in.';

/** Sets up ng-session in an application: all of it, or nothing where something can not be edited. */
export function ngAdd(options: NgAddOptions): Rule {
  const config = toSessionConfig(options);
  const proxy = toProxy(options.proxy, config);

  return async (tree, { logger }) => {
    const done = await setUp(tree, options.project, config);
    const app = await findApp(tree, options.project);
    done.push(...addUserType(tree, app));
    if (proxy) done.push(...(await addProxy(tree, app, proxy)));
    for (const line of [...done, NEXT]) logger.info(line);
    if (options.signInPage === false) return noop();

    const obstacle = whyNoSignInPage(app);
    if (obstacle === undefined) return schematic('sign-in', { project: app.name });
    logger.warn(obstacle);
    return noop();
  };
}

/** What is edited in the sources; the application is looked at anew after the first edit. */
async function setUp(
  tree: Tree,
  project: string | undefined,
  config: SessionConfig,
): Promise<string[]> {
  try {
    return [
      ...addInterceptors(tree, await findApp(tree, project)),
      ...addSession(tree, await findApp(tree, project), config),
    ];
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    throw new SchematicsException(`${error.message}\n\n${manualSteps(config)}`);
  }
}

/** The page needs a route, and is not written over one that is there. */
function whyNoSignInPage(app: App): string | undefined {
  try {
    const hasPage = hasPath(findRoutes(app.files, app), 'sign-in');
    return hasPage ? 'The route "sign-in" is there already.' : undefined;
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    return `No sign-in page was added. ${error.message}`;
  }
}
