import type { Tree } from '@angular-devkit/schematics';

import { addToRoot } from '../utility/add-to-root';
import type { App } from '../utility/find-app';
import { findSessionSetup, PROVIDE_SESSION, SESSION_MODULE } from '../utility/find-session-setup';
import { configSource, type SessionConfig } from './session-config';

/** Sets up the session, unless it is set up already; returns what was done. @throws CannotEdit */
export function addSession(tree: Tree, app: App, config: SessionConfig): string[] {
  const found = findSessionSetup(app);
  if (found) {
    const { fileName: path } = found.getSourceFile();
    return [`${path}: the session is set up already; its configuration stays as it is.`];
  }
  const isStandalone = app.kind === 'standalone';
  const path = addToRoot(tree, app, {
    property: isStandalone ? 'providers' : 'imports',
    uses: [['ng-session', [isStandalone ? PROVIDE_SESSION.name : SESSION_MODULE.name]]],
    write: ([local = ''], quote) =>
      `${isStandalone ? local : `${local}.forRoot`}(${configSource(config, quote)})`,
  });
  return [`${path}: set up the session.`];
}
