import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format } from 'prettier';

import { wrapNewLines } from './wrap-new-lines';

const LONG = 'aVeryLongNameThatTakesALotOfTheLine';

describe('wrapNewLines', () => {
  const lines = [
    `import { ${LONG}1, ${LONG}2, ${LONG}3 } from 'm';`,
    `const list = [${LONG}1, ${LONG}2, ${LONG}3];`,
    `const call = f(${LONG}1, g(${LONG}2), ${LONG}3);`,
    `const call = f(g([${LONG}1, ${LONG}2]), ${LONG}3);`,
    `const call = f(g([${LONG}1, ${LONG}2, ${LONG}3, ${LONG}4]));`,
    `const call = f(${LONG}1, { a: ${LONG}1, b: ${LONG}2 });`,
    `const object = { providers: [${LONG}1(), ${LONG}2(g([a, b])), c(${LONG}3)] };`,
    `const short = [${LONG}1, ${LONG}2];`,
  ];
  for (const line of lines) {
    it(`breaks "${line.replaceAll(LONG, 'Long')}" as Prettier does`, async () => {
      const expected = await format(line, {
        parser: 'typescript',
        printWidth: 100,
        singleQuote: true,
      });
      assert.equal(wrapNewLines('', `${line}\n`), expected);
    });
  }

  it('leaves what was there before', () => {
    const line = `f(${LONG}1, ${LONG}2, ${LONG}3);`;
    assert.equal(wrapNewLines(`${line}\n`, `${line}\nrun();\n`), `${line}\nrun();\n`);
  });

  it('leaves what it can not break', () => {
    const line = `const name = '${LONG.repeat(4)}';\n`;
    assert.equal(wrapNewLines('', line), line);
  });

  it('keeps comments where they are', () => {
    const line = `f(${LONG}1 /* 1 */, /* 2 */ ${LONG}2, ${LONG}3 /* 3 */ ,);\n`;
    assert.equal(
      wrapNewLines('', line),
      `f(\n  ${LONG}1 /* 1 */,\n  /* 2 */ ${LONG}2,\n  ${LONG}3 /* 3 */ ,\n);\n`,
    );
  });
});
