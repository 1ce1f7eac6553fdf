import ts from 'typescript';

import { eolOf, indentAt, indentUnitOf } from './layout-of';
import { insertAt, type TextEdit } from './text-edit';

/** A list of the source: an array, the names of an import, the arguments of a call, an object. */
export interface List {
  readonly elements: ts.NodeArray<ts.Node>;
  /** Where the list begins, after its bracket. */
  readonly start: number;
  /** Where it ends, before its bracket. */
  readonly end: number;
}

/** The list that an array literal is. */
export function arrayList(array: ts.ArrayLiteralExpression): List {
  return { elements: array.elements, start: array.getStart() + 1, end: array.getEnd() - 1 };
}

/** The list of what a call is given. */
export function argumentList(call: ts.CallExpression): List {
  return { elements: call.arguments, start: call.arguments.pos, end: call.getEnd() - 1 };
}

/** The list of what an import names, or of what an object holds. */
export function braceList(node: ts.NamedImports | ts.ObjectLiteralExpression): List {
  const elements = ts.isNamedImports(node) ? node.elements : node.properties;
  return { elements, start: node.getStart() + 1, end: node.getEnd() - 1 };
}

/** Adds elements after all others, in the layout that the list has: one a line, or all in one. */
export function appendToList(
  source: ts.SourceFile,
  { elements, start, end }: List,
  added: readonly string[],
): TextEdit[] {
  if (added.length === 0) return [];
  const { text } = source;
  const last = elements.at(-1);
  if (!last) return fillEmptyList(source, { start, end }, added);

  const isOneALine = text.slice(start, elements[0]?.getStart(source)).includes('\n');
  if (!isOneALine) return [insertAt(last.getEnd(), added.map((one) => `, ${one}`).join(''))];

  const newLine = eolOf(text) + indentAt(text, last.getStart(source));
  const comma = elements.hasTrailingComma ? ',' : '';
  // A comment behind the last element stays with it.
  const afterComma = elements.hasTrailingComma ? elements.end : last.getEnd();
  const afterComment = ts.getTrailingCommentRanges(text, afterComma)?.at(-1)?.end ?? afterComma;
  const lines = newLine + added.join(`,${newLine}`) + comma;
  return elements.hasTrailingComma
    ? [insertAt(afterComment, lines)]
    : [insertAt(last.getEnd(), ','), insertAt(afterComment, lines)];
}

function fillEmptyList(
  { text }: ts.SourceFile,
  { start, end }: Pick<List, 'start' | 'end'>,
  added: readonly string[],
): TextEdit[] {
  const inside = text.slice(start, end);
  const space = text[start - 1] === '{' ? ' ' : '';
  if (inside.trim() !== '') {
    // Before what is there, which is a comment.
    const gap = /^\s/.test(inside) ? '' : ' ';
    return [insertAt(start, added.join(', ') + gap)];
  }
  if (!inside.includes('\n')) {
    return [{ start, end, text: space + added.join(', ') + space }];
  }
  const indent = eolOf(text) + indentAt(text, start);
  const lines = added.map((one) => `${indent}${indentUnitOf(text)}${one},`).join('');
  return [{ start, end, text: lines + indent }];
}
