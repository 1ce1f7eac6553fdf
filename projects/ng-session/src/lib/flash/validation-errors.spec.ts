import { HttpErrorResponse } from '@angular/common/http';
import { validationErrors } from './validation-errors';

const answer = (error: unknown, status = 422) => new HttpErrorResponse({ status, error });

describe('validationErrors', () => {
  const rows: readonly [name: string, body: unknown, bag: unknown][] = [
    ['lists by field', { errors: { title: ['a', 'b'] } }, { title: ['a', 'b'] }],
    ['a message by field', { errors: { title: 'a' } }, { title: ['a'] }],
    [
      'a list with fields',
      {
        errors: [
          { field: 'title', message: 'a', rule: 'required' },
          { field: 'tags.0.name', message: 'b', rule: 'minLength' },
          { field: 'title', message: 'c', rule: 'maxLength' },
        ],
      },
      { title: ['a', 'c'], 'tags.0.name': ['b'] },
    ],
    [
      'problem details',
      {
        type: 'https://example.net/validation-error',
        errors: [
          { detail: 'a', pointer: '#/age' },
          { detail: 'b', pointer: '#/profile/favourite%20colour' },
          { detail: 'c', pointer: '/a~1b/m~0n' },
        ],
      },
      { age: ['a'], 'profile.favourite colour': ['b'], 'a/b.m~n': ['c'] },
    ],
    ['what is wrong with no field', { errors: [{ message: 'a' }] }, { '*': ['a'] }],
    ['a pointer to all', { errors: [{ detail: 'a', pointer: '#' }] }, { '*': ['a'] }],
    [
      'a pointer that can not be decoded',
      { errors: [{ detail: 'a', pointer: '#/100%' }] },
      { '100%': ['a'] },
    ],
    [
      'only text',
      { errors: { title: ['a', 7, null, { html: 'b' }], other: { a: 1 }, third: [] } },
      { title: ['a'] },
    ],
    [
      'no inherited name',
      JSON.parse('{"errors": {"__proto__": ["a"], "constructor": ["b"], "title": ["c"]}}'),
      { title: ['c'] },
    ],
    [
      'no inherited name in a list',
      {
        errors: [
          { field: '__proto__', message: 'a' },
          { field: 'b', message: 'c' },
        ],
      },
      { b: ['c'] },
    ],
  ];
  for (const [name, body, bag] of rows) {
    it(`reads ${name}`, () => {
      expect(validationErrors(answer(body))).toEqual(bag as never);
      expect(validationErrors(answer(body, 400))).toEqual(bag as never);
    });
  }

  for (const [name, error] of [
    ['another status', answer({ errors: { title: ['a'] } }, 403)],
    ['a status that only looks alike', answer({ errors: { title: ['a'] } }, 500)],
    ['no body', answer(null)],
    ['a text', answer('errors')],
    ['a list', answer([{ field: 'a', message: 'b' }])],
    ['errors that are none', answer({ errors: 7 })],
    ['errors without text', answer({ errors: [7, null, {}] })],
    ['an empty bag', answer({ errors: {} })],
    ['what is no answer', { status: 422, error: { errors: { title: ['a'] } } }],
    ['nothing', null],
  ] as const) {
    it(`finds nothing in ${name}`, () => {
      expect(validationErrors(error)).toBeNull();
    });
  }
});
