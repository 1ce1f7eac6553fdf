import ts from 'typescript';

import { eolOf, indentAt, indentUnitOf } from './layout-of';
import { LINE_WIDTH } from './line-width';
import { parseSource } from './source-files';
import { insertAt, type TextEdit } from './text-edit';
import { applyEdits } from './apply-edits';

/**
 * Breaks the lines that an edit made too long, as Prettier would: the outermost list of the line gets
 * one element a line, until all fit. Lines that were there before stay as they are.
 */
export function wrapNewLines(before: string, after: string): string {
  const known = new Set(before.split(/\r?\n/));
  let text = after;
  for (;;) {
    const edits = breakFirstLongLine(text, known);
    if (!edits) return text;
    text = applyEdits(text, edits);
  }
}

function breakFirstLongLine(text: string, known: ReadonlySet<string>): TextEdit[] | undefined {
  const source = parseSource('edited.ts', text);
  for (const start of source.getLineStarts()) {
    const line = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
    if (line.length <= LINE_WIDTH || known.has(line)) continue;
    const list = outermostList(source, start, start + line.length);
    if (list) return onePerLine(source, list);
  }
  return undefined;
}

type Elements = ts.NodeArray<ts.Node>;

function outermostList(source: ts.SourceFile, start: number, end: number): Elements | undefined {
  const visit = (node: ts.Node): Elements | undefined => {
    if (node.getEnd() <= start || node.getFullStart() >= end) return undefined;
    const list = listOf(node);
    // Its elements begin behind the bracket, which has to be on this line too.
    const isWithin = list?.length && list.pos >= start && node.getEnd() <= end;
    return isWithin ? list : ts.forEachChild(node, visit);
  };
  return visit(source);
}

function listOf(node: ts.Node): Elements | undefined {
  if (ts.isCallExpression(node)) {
    const last = node.arguments.at(-1);
    // `f(x, { … })` and `f([…])` keep their brackets together.
    return last && isLiteral(last) ? listOf(last) : node.arguments;
  }
  if (ts.isArrayLiteralExpression(node) || ts.isNamedImports(node)) return node.elements;
  return ts.isObjectLiteralExpression(node) ? node.properties : undefined;
}

function isLiteral(node: ts.Node): boolean {
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

function onePerLine({ text }: ts.SourceFile, list: Elements): TextEdit[] {
  const outer = eolOf(text) + indentAt(text, list.pos);
  const inner = outer + indentUnitOf(text);
  const newLine = (start: number, line: string): TextEdit => ({
    start,
    end: start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0),
    text: line,
  });
  const comment = ts.getTrailingCommentRanges(text, list.end)?.at(-1);
  return [
    // A node begins right behind the bracket or the comma before it.
    ...list.map((element) => newLine(element.pos, inner)),
    ...(list.hasTrailingComma ? [] : [insertAt(list.at(-1)?.getEnd() ?? list.end, ',')]),
    newLine(comment?.end ?? list.end, outer),
  ];
}
