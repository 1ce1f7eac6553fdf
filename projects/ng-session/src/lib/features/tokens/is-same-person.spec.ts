import { type Person, isSamePerson } from './is-same-person';

describe('isSamePerson', () => {
  const person = (era: number | null, sub?: string | null): Person => ({
    era,
    lease: sub === null ? null : { claims: sub === undefined ? {} : { sub } },
  });

  const table: readonly [what: string, before: Person, now: Person, isSame: boolean | null][] = [
    ['a new token of the same person', person(1, 'ada'), person(1, 'ada'), true],
    ['a new token that does not say of whom', person(1), person(1), true],
    ['the token of somebody else', person(1, 'ada'), person(1, 'uma'), false],
    ['a token that no longer says of whom', person(1, 'ada'), person(1), false],
    ['a token that says of whom at last', person(1), person(1, 'ada'), false],
    ['another sign-in of the same person', person(1, 'ada'), person(2, 'ada'), false],
    ['another sign-in, and no word of whom', person(1), person(2), false],
    ['no token any more', person(1, 'ada'), person(1, null), null],
    ['no token any more, and no word of whom', person(1), person(1, null), null],
    ['a sign-out', person(1, 'ada'), person(null, null), false],
    ['an end that leaves a token that does not say of whom', person(1), person(null), false],
    ['nobody, still', person(null, null), person(null, null), true],
    ['a sign-in where nobody was', person(null, null), person(2, 'ada'), true],
    ['a sign-in that has come to its end', person(null, 'ada'), person(1, 'ada'), true],
    ['a sign-in whose token is gone', person(null, 'ada'), person(null, null), null],
    ['the sign-in of somebody else', person(null, 'ada'), person(1, 'uma'), false],
    ['a user without a token, as `tokenGetter` has it', person(1, null), person(1, null), true],
    ['another user without a token', person(1, null), person(2, null), false],
  ];
  for (const [what, before, now, isSame] of table) {
    it(`says ${String(isSame)} to ${what}`, () => {
      expect(isSamePerson(before, now)).toBe(isSame);
    });
  }
});
