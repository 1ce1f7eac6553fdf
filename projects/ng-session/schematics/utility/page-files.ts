import {
  apply,
  applyTemplates,
  filter,
  forEach,
  mergeWith,
  move,
  type Rule,
  SchematicsException,
  strings,
  type Tree,
  url,
} from '@angular-devkit/schematics';

import { declaresTwice } from './declares-twice';
import type { Page } from './describe-page';

/** Writes the files of a page from templates. @throws SchematicsException where they can not be. */
export function pageFiles(templates: string, page: Page, values: object = {}): Rule {
  return (tree) =>
    mergeWith(
      apply(url(templates), [
        filter((path) => !page.skipTests || !path.endsWith('.spec.ts.template')),
        applyTemplates({ ...strings, ...page, ...values }),
        move(page.folder),
        forEach((entry) => {
          refuse(whyNot(tree, page, entry.path, entry.content.toString()));
          return entry;
        }),
      ]),
    );
}

function whyNot(tree: Tree, page: Page, path: string, text: string): string | undefined {
  if (tree.exists(path)) return `${path.slice(1)} exists already.`;
  return path.endsWith('.ts') && declaresTwice(text, page.className)
    ? `${path.slice(1)} would declare ${page.className} twice.`
    : undefined;
}

function refuse(reason: string | undefined): void {
  if (reason === undefined) return;
  throw new SchematicsException(`${reason} Nothing was changed. Choose another name with --name.`);
}
