import { parseBody } from './parse-body';

describe('parseBody', () => {
  const table: readonly [body: unknown, parsed: unknown][] = [
    ['', null],
    [null, null],
    ['{"token":"a.b.c"}', { token: 'a.b.c' }],
    ['"a.b.c"', 'a.b.c'],
    ['a.b.c', 'a.b.c'],
    [' a.b.c\r\n', 'a.b.c'],
    [")]}',\n[1]", [1]],
    ['<html></html>', '<html></html>'],
    [1, 1],
  ];

  for (const [body, parsed] of table) {
    it(`makes ${JSON.stringify(body)} ${JSON.stringify(parsed)}`, () => {
      expect(parseBody(body)).toEqual(parsed);
    });
  }
});
