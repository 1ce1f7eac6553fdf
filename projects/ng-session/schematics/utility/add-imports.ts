import ts from 'typescript';

import { appendToList, braceList } from './append-to-list';
import { eolOf, quoteOf } from './layout-of';
import { insertAt, type TextEdit } from './text-edit';

/** The edits that bring in some names, and what the file calls each of them from then on. */
export interface AddedImports {
  readonly edits: readonly TextEdit[];
  /** The local names, in the order of the wanted ones. */
  readonly locals: readonly string[];
}

/** Brings in names of one module: what is there already is used, a taken name gets another. */
export function addImports(
  source: ts.SourceFile,
  from: string,
  names: readonly string[],
): AddedImports {
  const lists = namedImports(source, from);
  const taken = namesIn(source);
  const missing: string[] = [];
  const locals = names.map((name) => {
    const element = lists
      .flatMap(({ elements }) => [...elements])
      .find((one) => !one.isTypeOnly && (one.propertyName ?? one.name).text === name);
    if (element) return element.name.text;
    const local = taken.has(name) ? freeName(name, taken) : name;
    missing.push(local === name ? name : `${name} as ${local}`);
    return local;
  });

  if (missing.length === 0) return { edits: [], locals };
  const [list] = lists;
  if (list) return { edits: appendToList(source, braceList(list), missing), locals };
  const quote = quoteOf(source.text);
  const line = `import { ${missing.join(', ')} } from ${quote}${from}${quote};`;
  return { edits: [insertStatement(source, line)], locals };
}

/** The braces of what is imported from a module, but for types alone. */
function namedImports(source: ts.SourceFile, from: string): ts.NamedImports[] {
  return source.statements
    .filter(ts.isImportDeclaration)
    .filter(
      ({ importClause, moduleSpecifier }) =>
        importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword &&
        ts.isStringLiteral(moduleSpecifier) &&
        moduleSpecifier.text === from,
    )
    .map(({ importClause }) => importClause?.namedBindings)
    .filter((bindings) => bindings !== undefined)
    .filter(ts.isNamedImports);
}

function insertStatement(source: ts.SourceFile, line: string): TextEdit {
  const eol = eolOf(source.text);
  const last = source.statements.findLast(ts.isImportDeclaration);
  if (last) return insertAt(lineEnd(source, last.getEnd()), eol + line);
  return insertAt(source.statements[0]?.getStart(source) ?? 0, line + eol + eol);
}

/** A comment behind the last import stays with it. */
function lineEnd({ text }: ts.SourceFile, position: number): number {
  return ts.getTrailingCommentRanges(text, position)?.at(-1)?.end ?? position;
}

/** Whatever a file mentions, in any scope: a name too many only makes for an alias. */
function namesIn(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isPropertyName(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function isPropertyName({ parent, text }: ts.Identifier): boolean {
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name.text === text) ||
    (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name) && parent.name.text === text)
  );
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const prefixed = `ngSession${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  let local = prefixed;
  for (let count = 2; taken.has(local); count++) local = prefixed + String(count);
  return local;
}
