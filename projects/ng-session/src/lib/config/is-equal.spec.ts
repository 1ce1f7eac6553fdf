import fc from 'fast-check';
import { isEqual } from './is-equal';

class Person {
  constructor(
    readonly name: string,
    readonly born = new Date(0),
  ) {}
}

/** JSON in one order of keys, as an oracle. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

describe('isEqual', () => {
  const same: readonly [string, unknown, unknown][] = [
    ['NaN', NaN, NaN],
    ['objects in any order of keys', { a: 1, b: [2] }, { b: [2], a: 1 }],
    ['dates of one time', new Date(5), new Date(5)],
    ['URLs', new URL('https://a.example/b'), new URL('https://a.example/b')],
    ['sets', new Set(['a', 'b']), new Set(['a', 'b'])],
    ['maps', new Map([['a', { b: 1 }]]), new Map([['a', { b: 1 }]])],
    ['instances of a class', new Person('Ada'), new Person('Ada')],
    ['objects without a prototype', Object.create(null), Object.create(null)],
  ];
  for (const [name, a, b] of same) {
    it(`finds equal: ${name}`, () => {
      expect(isEqual(a, b)).toBeTrue();
    });
  }

  const other: readonly [string, unknown, unknown][] = [
    ['null and an object', null, {}],
    ['a number and its text', 1, '1'],
    ['a list and an object', [1], { 0: 1 }],
    ['a longer list', [1], [1, 2]],
    ['another key', { a: undefined }, { b: undefined }],
    ['a key more', { a: 1 }, { a: 1, b: undefined }],
    ['an inherited key', { toString: 1 }, { other: 1 }],
    ['dates in one second', new Date(1), new Date(2)],
    ['URLs', new URL('https://a.example/b'), new URL('https://a.example/c')],
    ['sets', new Set(['a', 'b']), new Set(['a', 'c'])],
    ['maps', new Map([['a', { b: 1 }]]), new Map([['a', { b: 2 }]])],
    ['instances of a class', new Person('Ada'), new Person('Eli')],
    ['an instance and a plain object', new Person('Ada'), { name: 'Ada', born: new Date(0) }],
    ['a date in depth', new Person('Ada'), new Person('Ada', new Date(1))],
  ];
  for (const [name, a, b] of other) {
    it(`finds different: ${name}`, () => {
      expect(isEqual(a, b)).toBeFalse();
      expect(isEqual(b, a)).toBeFalse();
    });
  }

  it('agrees with the JSON of all that a server can answer', () => {
    const answers = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        expect(isEqual(a, b)).toBe(canonical(a) === canonical(b));
        expect(isEqual(a, structuredClone(a))).toBeTrue();
      }),
    );
  });
});
