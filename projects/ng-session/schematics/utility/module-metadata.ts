import ts from 'typescript';

import { findDeclaration } from './find-declaration';
import { isCallOf } from './import-of';
import type { SourceFiles } from './source-files';

/** Finds what `@NgModule` is given on the class that an expression names. */
export function moduleMetadata(
  files: SourceFiles,
  expression: ts.Expression,
): ts.ObjectLiteralExpression | undefined {
  const declaration = ts.isIdentifier(expression) && findDeclaration(files, expression);
  return declaration && ts.isClassDeclaration(declaration)
    ? moduleMetadataOf(declaration)
    : undefined;
}

/** What `@NgModule` is given on a class, if it has that decorator. */
export function moduleMetadataOf(
  declaration: ts.ClassDeclaration,
): ts.ObjectLiteralExpression | undefined {
  const decorator = ts
    .getDecorators(declaration)
    ?.map(({ expression }) => expression)
    .find((expression) => isCallOf(expression, { name: 'NgModule', from: '@angular/core' }));
  const [metadata] = decorator?.arguments ?? [];
  return metadata && ts.isObjectLiteralExpression(metadata) ? metadata : undefined;
}
