import assert from 'node:assert/strict';
import { test } from 'node:test';

import { InvalidInput } from 'ng-session-express';
import { parseArticle } from './parse-article.ts';

const body = 'Long enough to be an article.';
const required = ['This is required.'];

const wrong: [string, unknown, Record<string, readonly string[]>][] = [
  ['nothing', undefined, { title: required, body: required }],
  ['a list', [], { title: required, body: required }],
  ['spaces', { title: ' ', body: '\n' }, { title: required, body: required }],
  ['no text', { title: 1, body: { length: 50 } }, { title: required, body: required }],
  ['a long title', { title: 'x'.repeat(81), body }, { title: ['Use up to 80 characters.'] }],
  ['a title of two lines', { title: 'two\nlines', body }, { title: ['Use one line of text.'] }],
  [
    'a title with two faults',
    { title: 'X'.repeat(81), body },
    { title: ['Use up to 80 characters.', 'Use small letters too.'] },
  ],
  ['a short body', { title: 'Title', body: 'Short.' }, { body: ['Use at least 20 characters.'] }],
  [
    'a long body',
    { title: 'Title', body: 'x'.repeat(2001) },
    { body: ['Use up to 2000 characters.'] },
  ],
];
for (const [what, input, errors] of wrong) {
  test(`${what}: ${Object.keys(errors).join(' and ')} are wrong`, () => {
    assert.throws(
      () => parseArticle(input),
      (error) => {
        assert.ok(error instanceof InvalidInput);
        assert.deepEqual(error.errors, errors);
        return true;
      },
    );
  });
}

test('an article is taken without the spaces around it', () => {
  const given = { title: ' 10,000 carts ', body: ` ${body}\n`, more: true };
  assert.deepEqual(parseArticle(given), { title: '10,000 carts', body });
});
