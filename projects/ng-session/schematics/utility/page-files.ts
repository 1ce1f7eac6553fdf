import {
  apply,
  applyTemplates,
  filter,
  mergeWith,
  move,
  type Rule,
  SchematicsException,
  strings,
  url,
} from '@angular-devkit/schematics';

import type { Page } from './page';

/** Writes the files of a page from templates. @throws SchematicsException where they exist. */
export function pageFiles(templates: string, page: Page, values: object = {}): Rule {
  return (tree) => {
    if (tree.exists(page.path)) {
      throw new SchematicsException(
        `${page.path} exists already. Nothing was changed. Choose another name with --name.`,
      );
    }
    return mergeWith(
      apply(url(templates), [
        filter((path) => !page.skipTests || !path.endsWith('.spec.ts.template')),
        applyTemplates({ ...strings, ...page, ...values }),
        move(page.folder),
      ]),
    );
  };
}
