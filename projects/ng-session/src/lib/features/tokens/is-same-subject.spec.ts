import type { TokenClaims } from './decode-token';
import { isSameSubject } from './is-same-subject';

describe('isSameSubject', () => {
  const table: readonly [one: TokenClaims, other: TokenClaims, answer: boolean | null][] = [
    [{ sub: '1' }, { sub: '1' }, true],
    [{ sub: '1' }, { sub: '2' }, false],
    [{ sub: '1' }, {}, false],
    [{}, { sub: '1' }, false],
    [{}, {}, null],
  ];

  for (const [one, other, answer] of table) {
    it(`is ${String(answer)} for ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      expect(isSameSubject(one, other)).toBe(answer);
    });
  }
});
