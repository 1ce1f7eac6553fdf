import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';

import { CannotEdit } from './cannot-edit';
import { type App, findApp } from './find-app';
import type { Project } from './find-project';
import { findSessionSetup } from './find-session-setup';
import { propertyOf } from './property-of';
import { valueOf } from './value-of';

/** The paths that the library leads to, as they are where the configuration does not change them. */
const DEFAULTS = { signInPath: '/sign-in', forbiddenPath: '/forbidden' };

/** One of the paths that the library leads to. */
type SessionPath = keyof typeof DEFAULTS;

/** Reads a path that the library leads to; `null` where the code does not tell, but computes it. */
export function sessionPath(app: App, name: SessionPath): string | null {
  const config = findSessionSetup(app)?.arguments[0];
  if (!config) return DEFAULTS[name];
  const object = valueOf(app.files, config);
  if (!ts.isObjectLiteralExpression(object)) return null;
  const property = propertyOf(object, name);
  if (property) {
    const path = valueOf(app.files, property);
    return ts.isStringLiteralLike(path) ? path.text : null;
  }
  const isWhole = object.properties.every(
    (one) => one.name && !ts.isComputedPropertyName(one.name),
  );
  return isWhole ? DEFAULTS[name] : null;
}

/** The same for an application that is perhaps built in a way that does not tell either. */
export async function sessionPathIn(
  tree: Tree,
  project: Project,
  name: SessionPath,
): Promise<string | null> {
  try {
    return sessionPath(await findApp(tree, project.name), name);
  } catch (error) {
    if (error instanceof CannotEdit) return null;
    throw error;
  }
}
