import type { TokenClaims } from './decode-token';
import { isSamePerson } from './is-same-person';

describe('isSamePerson', () => {
  const table: readonly [one: TokenClaims, other: TokenClaims, answer: boolean | null][] = [
    [{ sub: '1' }, { sub: '1' }, true],
    [{ sub: '1' }, { sub: '2' }, false],
    [{ sub: '1' }, {}, false],
    [{}, { sub: '1' }, false],
    [{}, {}, null],
  ];

  for (const [one, other, answer] of table) {
    it(`is ${String(answer)} for ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      expect(isSamePerson(one, other)).toBe(answer);
    });
  }
});
