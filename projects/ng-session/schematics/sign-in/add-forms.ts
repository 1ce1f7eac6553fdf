import type { Rule, Tree } from '@angular-devkit/schematics';
import { addDependency, ExistingBehavior } from '@schematics/angular/utility';

interface PackageJson {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Adds `@angular/forms`, which the page is made with, in the version of Angular, unless it is there. */
export function addForms(tree: Tree): Rule {
  const { dependencies } = tree.readJson('package.json') as PackageJson;
  const version = dependencies?.['@angular/core'] ?? '^22.0.0';
  return addDependency('@angular/forms', version, { existing: ExistingBehavior.Skip });
}
