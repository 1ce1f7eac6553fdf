import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';

import { addImports } from './add-imports';
import { appendToList, argumentList, arrayList, braceList, type List } from './append-to-list';
import { CannotEdit } from './cannot-edit';
import { editFile } from './edit-file';
import type { App } from './find-app';
import { isOwnFile } from './find-project';
import { eolOf, indentAt, indentUnitOf, quoteOf } from './layout-of';
import { propertyOf } from './property-of';
import { valueOf } from './value-of';

/** An element to be added, and the names of modules that it is written with. */
export interface Addition {
  readonly property: 'imports' | 'providers';
  /** Pairs of a module and names that it exports. */
  readonly uses: readonly (readonly [from: string, names: readonly string[]])[];
  /** Writes it, with what the file calls these names, in their order, and the quote that it uses. */
  readonly write: (locals: readonly string[], quote: string) => string;
}

/** A list, and how an element becomes one of that list. */
interface Place {
  readonly source: ts.SourceFile;
  readonly list: List;
  readonly wrap?: (element: string) => string;
}

/**
 * Adds an element at the end of the root providers, or of the imports of the root module.
 *
 * @returns the file that was edited. @throws CannotEdit
 */
export function addToRoot(tree: Tree, app: App, { property, uses, write }: Addition): string {
  const { source, list, wrap = (element) => element } = findPlace(app, property);
  const path = source.fileName;
  const imports = uses.map(([from, names]) => addImports(source, from, names));
  const locals = imports.flatMap((one) => one.locals);
  const element = wrap(write(locals, quoteOf(source.text)));
  const edits = imports.flatMap((one) => one.edits);
  editFile(tree, path, [...edits, ...appendToList(source, list, [element])]);
  return path;
}

function findPlace(app: App, property: Addition['property']): Place {
  const object = app.kind === 'standalone' ? app.config : app.metadata;
  if (!object) return asSecondArgument(app.bootstrap, property);

  const value = propertyOf(object, property);
  if (value) {
    const array = valueOf(app.files, value);
    const source = array.getSourceFile();
    if (ts.isArrayLiteralExpression(array) && isOwnFile(app, source.fileName)) {
      return { source, list: arrayList(array) };
    }
  }
  const { fileName: path } = object.getSourceFile();
  const isSpread = object.properties.some(ts.isSpreadAssignment);
  if (value || isSpread || !isOwnFile(app, path)) {
    throw new CannotEdit(
      `The ${property} in ${path} are no array that is written in the application.`,
    );
  }
  return {
    source: object.getSourceFile(),
    list: braceList(object),
    wrap: (element) => `${property}: [${element}]`,
  };
}

/** `bootstrapApplication(App)` becomes `bootstrapApplication(App, { providers: [] })`. */
function asSecondArgument(call: ts.CallExpression, property: string): Place {
  const source = call.getSourceFile();
  const { text } = source;
  const outer = eolOf(text) + indentAt(text, call.getStart());
  const inner = outer + indentUnitOf(text);
  return {
    source,
    list: argumentList(call),
    wrap: (element) => `{${inner}${property}: [${element}],${outer}}`,
  };
}
