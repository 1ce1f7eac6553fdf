import ts from 'typescript';

import { eolOf } from '../utility/layout-of';
import { moduleBlockOf } from '../utility/module-block-of';
import { parseSource } from '../utility/source-files';
import { insertAt, type TextEdit } from '../utility/text-edit';
import { hasSyntaxErrors } from './has-syntax-errors';

const LIBRARY = 'ng-session';
const AUGMENTED = ['SessionUser', 'SessionValues'];

/**
 * The import that makes a file augment the types of the library; `null` where it needs none, and
 * `'by hand'` where other things that it declares for everybody would be lost with it.
 */
export function augmentationImport(path: string, text: string): TextEdit | 'by hand' | null {
  const source = parseSource(path, text);
  const [first] = source.statements;
  if (!first || ts.isExternalModule(source)) return null;
  const ours = source.statements.filter(isAugmentation);
  const [declaration] = ours;
  if (!declaration || hasSyntaxErrors(path, text)) return null;
  if (ours.length < source.statements.length) return 'by hand';

  const quote = text.charAt(declaration.name.getStart());
  const eol = eolOf(text);
  return insertAt(startWithComments(first), `import ${quote}${LIBRARY}${quote};${eol}${eol}`);
}

/** Whether it is about the users and values of an app; a stand-in for the library has more. */
function isAugmentation(statement: ts.Statement): statement is ts.ModuleDeclaration {
  const statements = moduleBlockOf(statement)?.statements ?? [];
  return (
    statements.every((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) &&
    statements.some((one) => ts.isInterfaceDeclaration(one) && isAugmented(one.name.text))
  );
}

function isAugmented(name: string): boolean {
  return AUGMENTED.includes(name);
}

/** Where a statement begins, with the comments right above it, but not with what has to come first. */
function startWithComments(statement: ts.Statement): number {
  const { text } = statement.getSourceFile();
  let start = statement.getStart();
  for (const { pos, end } of ts.getLeadingCommentRanges(text, 0)?.toReversed() ?? []) {
    const isApart = text.slice(end, start).split('\n').length > 2;
    if (isApart || isDirective(text.slice(pos, end))) break;
    start = pos;
  }
  return start;
}

/** `/// <reference …>` and `// @ts-nocheck` count only before the first statement. */
function isDirective(comment: string): boolean {
  return comment.startsWith('///') || comment.includes('@ts-');
}
