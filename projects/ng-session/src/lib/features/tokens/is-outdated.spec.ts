import { isOutdated } from './is-outdated';

describe('isOutdated', () => {
  const lease = (sub?: string) => ({ claims: sub === undefined ? {} : { sub } }) as never;
  const [ada, uma, unknown] = [lease('ada'), lease('uma'), lease()];

  const table: readonly [
    what: string,
    before: Parameters<typeof isOutdated>[0]['before'],
    now: Parameters<typeof isOutdated>[1],
    isFound: boolean,
    answer: boolean | null,
  ][] = [
    ['a new token of the same person', ada, ada, false, false],
    ['one of the same person that another tab has got', ada, ada, true, false],
    ['a refresh that brings somebody else', ada, uma, false, true],
    ['somebody else from another tab', ada, uma, true, true],
    ['a token that does not say whose it is any more', ada, unknown, false, true],
    ['tokens that do not say whose they are', unknown, unknown, false, null],
    ['such tokens from another tab', unknown, unknown, true, true],
    ['an end on this page', ada, null, false, false],
    ['a sign-out in another tab', ada, null, true, true],
    ['a sign-in on this page', null, ada, false, false],
    ['a sign-in in another tab', null, uma, true, true],
  ];

  for (const [what, before, now, isFound, answer] of table) {
    it(`is ${String(answer)} by ${what}`, () => {
      expect(isOutdated({ before, isFound }, now)).toBe(answer);
    });
  }
});
