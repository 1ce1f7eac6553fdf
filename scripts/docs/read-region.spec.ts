import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readRegion } from './read-region.ts';

const SOURCE = `import { a } from 'a';

// #region class
export class B {
  // #region method
  c(): void {

    a();
  }
  // #endregion method
}
// #endregion class
`;

test('a region, without its indentation', () => {
  assert.equal(readRegion(SOURCE, 'method'), 'c(): void {\n\n  a();\n}');
});

test('a region around another, without any mark', () => {
  assert.equal(readRegion(SOURCE, 'class'), 'export class B {\n  c(): void {\n\n    a();\n  }\n}');
});

test('the whole source, without any mark', () => {
  assert.equal(
    readRegion('const a = 1;\n// #region b\nconst b = 2;\n// #endregion b\n'),
    'const a = 1;\nconst b = 2;',
  );
});

test('a region of a template', () => {
  assert.equal(
    readRegion('<div>\n  <!-- #region a -->\n  <p></p>\n  <!-- #endregion a -->\n</div>', 'a'),
    '<p></p>',
  );
});

test('refuses what is not there, not closed, closed before it opens, or there twice', () => {
  const twice = '// #region a\n// #endregion a\n// #region a\n// #endregion a';
  for (const [source, message] of [
    ['', /has no "#region a"/],
    ['// #region a\n// #endregion ab', /has no "#region a"/],
    ['// #endregion a\n// #region a', /has no "#region a"/],
    [twice, /more than one region a/],
  ] as const) {
    assert.throws(() => readRegion(source, 'a'), message);
  }
});
