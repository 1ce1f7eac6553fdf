import ts from 'typescript';

import { isCallOf } from './import-of';
import { propertyOf } from './property-of';
import type { SourceFiles } from './source-files';
import { valueOf } from './value-of';

const MERGE = { name: 'mergeApplicationConfig', from: '@angular/core' };

/** Finds the object behind an `ApplicationConfig`: of a merge, the first that has providers. */
export function findConfig(
  files: SourceFiles,
  expression: ts.Expression,
): ts.ObjectLiteralExpression | undefined {
  const value = valueOf(files, expression);
  if (ts.isObjectLiteralExpression(value)) return value;
  if (!isCallOf(value, MERGE)) return undefined;
  const configs = value.arguments
    .map((argument) => findConfig(files, argument))
    .filter((config) => config !== undefined);
  return configs.find((config) => propertyOf(config, 'providers')) ?? configs[0];
}
