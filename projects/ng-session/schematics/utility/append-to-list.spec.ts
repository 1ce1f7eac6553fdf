import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';

import { appendToList, argumentList, arrayList, braceList, type List } from './append-to-list';
import { applyEdits } from './apply-edits';
import { parseSource } from './source-files';

/** The list of the first statement: of an import, a call, or what a constant is. */
function listIn(source: ts.SourceFile): List {
  const [statement] = source.statements;
  assert.ok(statement);
  if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings;
    assert.ok(bindings && ts.isNamedImports(bindings));
    return braceList(bindings);
  }
  assert.ok(ts.isExpressionStatement(statement));
  const { expression } = statement;
  if (ts.isArrayLiteralExpression(expression)) return arrayList(expression);
  assert.ok(ts.isCallExpression(expression));
  const [object] = expression.arguments;
  return object && ts.isObjectLiteralExpression(object)
    ? braceList(object)
    : argumentList(expression);
}

describe('appendToList', () => {
  const table: readonly (readonly [before: string, after: string])[] = [
    ['[];', '[x, y];'],
    ['[ ];', '[x, y];'],
    ['[\n];', '[\n  x,\n  y,\n];'],
    ['[/* none */];', '[x, y /* none */];'],
    ['[ // none\n];', '[x, y // none\n];'],
    ['[a];', '[a, x, y];'],
    ['[a,];', '[a, x, y,];'],
    ['[ a, b ];', '[ a, b, x, y ];'],
    ['[a /* last */];', '[a, x, y /* last */];'],
    ['[a, // last\n];', '[a, x, y, // last\n];'],
    ['[\n  a\n];', '[\n  a,\n  x,\n  y\n];'],
    ['[\n  a,\n];', '[\n  a,\n  x,\n  y,\n];'],
    ['[\n  a, // last\n];', '[\n  a, // last\n  x,\n  y,\n];'],
    ['[\n  a // last\n];', '[\n  a, // last\n  x,\n  y\n];'],
    ['[\n  a /* last */,\n];', '[\n  a /* last */,\n  x,\n  y,\n];'],
    ['[\n  a,\n  // more\n];', '[\n  a,\n  x,\n  y,\n  // more\n];'],
    ['[\r\n\ta,\r\n];', '[\r\n\ta,\r\n\tx,\r\n\ty,\r\n];'],
    ['f();', 'f(x, y);'],
    ['f(a);', 'f(a, x, y);'],
    ['f(\n    a,\n);', 'f(\n    a,\n    x,\n    y,\n);'],
    ['f<string>(a);', 'f<string>(a, x, y);'],
    ['f({});', 'f({ x, y });'],
    ['f({ a: 1 });', 'f({ a: 1, x, y });'],
    ["import {} from 'm';", "import { x, y } from 'm';"],
    ["import { a } from 'm';", "import { a, x, y } from 'm';"],
    ["import {\n  a,\n} from 'm';", "import {\n  a,\n  x,\n  y,\n} from 'm';"],
  ];
  for (const [before, after] of table) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => {
      const source = parseSource('list.ts', before);
      assert.equal(applyEdits(before, appendToList(source, listIn(source), ['x', 'y'])), after);
    });
  }

  it('changes nothing without elements', () => {
    const source = parseSource('list.ts', '[];');
    assert.deepEqual(appendToList(source, listIn(source), []), []);
  });
});
