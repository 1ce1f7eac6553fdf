import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hasSpec } from './has-spec.ts';

const SOURCE = `
describe('A store', () => {
  it("keeps 'it', \\\\ and all", () => {});
  it(
    \`is over in \${name}, after \${age} ms\`, () => {});
  const rows = [['memory', 7]];
  // it is said elsewhere
  test('costs $1 (or so)', () => {});
});
`;

for (const [title, isThere] of [
  ['A store', true],
  ["keeps 'it', \\ and all", true],
  ['is over in memory, after 7 ms', true],
  ['is over in a cookie, after 7 ms', false],
  ['is over in memory, after  ms', false],
  ['costs $1 (or so)', true],
  ['costs $1', false],
  ['A stor', false],
  ['memory', false],
  ['', false],
] as const) {
  test(`${isThere ? 'finds' : 'does not find'} "${title}"`, () => {
    assert.equal(hasSpec(SOURCE, title), isThere);
  });
}
