import ts from 'typescript';

import { findRival } from './find-rival';
import { eolOf, indentAt, indentUnitOf } from './layout-of';
import { insertAt, type TextEdit } from './text-edit';

/**
 * Inserts a route as the last one, but before the first that may take its path for itself. The code is
 * given in lines, for an indent.
 */
export function insertIntoRoutes(
  array: ts.ArrayLiteralExpression,
  path: string,
  code: (indent: string) => readonly string[],
): TextEdit[] {
  const { text } = array.getSourceFile();
  const [first] = array.elements;
  const isOneALine = first && text.slice(array.getStart(), first.getStart()).includes('\n');
  const outer = indentAt(text, array.getStart());
  const indent = isOneALine ? indentAt(text, first.getStart()) : outer + indentUnitOf(text);
  const newLine = eolOf(text) + indent;
  const route = `${code(indent).join(newLine)},`;

  const rival = findRival(array, path);
  if (rival) {
    return [insertAt(startWithComments(rival), (isOneALine ? '' : newLine) + route + newLine)];
  }
  const start = array.getStart() + 1;
  const inner = text.slice(start, array.getEnd() - 1);
  const end = inner.trimEnd().length;
  const closing = inner.slice(end).includes('\n') ? '' : eolOf(text) + outer;
  return [...commaAfterLast(array), insertAt(start + end, newLine + route + closing)];
}

/** Where a node begins, with the comments about it in the lines before. */
function startWithComments(node: ts.Node): number {
  const { text } = node.getSourceFile();
  return ts.getLeadingCommentRanges(text, node.getFullStart())?.[0]?.pos ?? node.getStart();
}

function commaAfterLast({ elements }: ts.ArrayLiteralExpression): TextEdit[] {
  const last = elements.at(-1);
  return last && !elements.hasTrailingComma ? [insertAt(last.getEnd(), ',')] : [];
}
