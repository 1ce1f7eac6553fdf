import ts from 'typescript';

import { parseSource } from '../utility/source-files';

/** Parses an array literal, such as that of some routes. */
export function arrayOf(text: string): ts.ArrayLiteralExpression {
  const [statement] = parseSource('routes.ts', text).statements;
  if (statement && ts.isExpressionStatement(statement)) {
    if (ts.isArrayLiteralExpression(statement.expression)) return statement.expression;
  }
  throw new TypeError(`${text} is no array.`);
}
