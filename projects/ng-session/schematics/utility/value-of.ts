import ts from 'typescript';

import { findDeclaration } from './find-declaration';
import type { SourceFiles } from './source-files';
import { unwrap } from './unwrap';

/** How far a value is followed: constants and functions that lead round in a circle have no end. */
const MAX_STEPS = 20;

/** Follows constants, and functions that do nothing but return, to the expression behind them. */
export function valueOf(files: SourceFiles, expression: ts.Expression): ts.Expression {
  let value = unwrap(expression);
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = behind(files, value);
    if (!next) break;
    value = unwrap(next);
  }
  return value;
}

function behind(files: SourceFiles, value: ts.Expression): ts.Expression | undefined {
  if (ts.isIdentifier(value)) {
    const declaration = findDeclaration(files, value);
    return declaration && isConstant(declaration) ? declaration.initializer : undefined;
  }
  if (!ts.isCallExpression(value) || !ts.isIdentifier(value.expression)) return undefined;
  const callee = findDeclaration(files, value.expression);
  if (!callee) return undefined;
  if (ts.isFunctionDeclaration(callee)) return returned(callee.body);
  const initializer = isConstant(callee) ? callee.initializer : undefined;
  return initializer && ts.isArrowFunction(initializer) ? returned(initializer.body) : undefined;
}

function isConstant(node: ts.Node): node is ts.VariableDeclaration {
  return ts.isVariableDeclaration(node) && (node.parent.flags & ts.NodeFlags.Const) !== 0;
}

function returned(body: ts.ConciseBody | undefined): ts.Expression | undefined {
  if (!body || !ts.isBlock(body)) return body;
  const [only, ...more] = body.statements;
  return only && more.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
}
