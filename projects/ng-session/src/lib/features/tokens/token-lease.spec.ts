import { leaseOf } from './token-lease';

describe('leaseOf', () => {
  const NOW = Date.UTC(2030, 0, 1);
  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const HOUR = 60 * MINUTE;
  const rules = { refreshAhead: MINUTE, clockSkew: 30 * SECOND };
  /** A moment as a token has it. */
  const at = (offset: number) => (NOW + offset) / SECOND;

  const table: readonly [
    what: string,
    claims: Record<string, unknown>,
    isNew: boolean,
    expiresIn: number,
    refreshIn: number,
  ][] = [
    ['a token of an hour', { iat: at(0), exp: at(HOUR) }, false, HOUR, HOUR - MINUTE],
    ['the same, new', { iat: at(0), exp: at(HOUR) }, true, HOUR, HOUR - MINUTE],
    ['one that has ended', { exp: at(-MINUTE) }, false, -MINUTE, -MINUTE / 2],
    ['one shorter than refreshAhead', { exp: at(MINUTE) }, false, MINUTE, MINUTE / 2],
    ['none of an end', {}, false, Infinity, Infinity],
    ['an end that is no number', { exp: 'soon' }, false, Infinity, Infinity],
    ['an end that is NaN', { exp: NaN }, false, Infinity, Infinity],
    ['an end that is null', { exp: null }, false, Infinity, Infinity],
    ['an end before 1970', { exp: -1 }, false, -SECOND - NOW, (-SECOND - NOW) / 2],
    ['an end in 400 days', { exp: at(9600 * HOUR) }, false, 9600 * HOUR, 9600 * HOUR - MINUTE],
    // A clock that is an hour ahead, or behind.
    [
      'a new one, clock ahead',
      { iat: at(-HOUR), exp: at(-HOUR + 5 * MINUTE) },
      true,
      5 * MINUTE,
      4 * MINUTE,
    ],
    [
      'a new one, clock behind',
      { iat: at(HOUR), exp: at(HOUR + 5 * MINUTE) },
      true,
      5 * MINUTE,
      4 * MINUTE,
    ],
    ['a new one, ended, of no known age', { exp: at(-HOUR) }, true, Infinity, Infinity],
    ['a new one that was never good', { iat: at(0), exp: at(-HOUR) }, true, Infinity, Infinity],
    [
      'a stored one, clock ahead',
      { iat: at(-HOUR), exp: at(-MINUTE) },
      false,
      -MINUTE,
      -MINUTE / 2,
    ],
    [
      'a stored one, clock behind',
      { iat: at(HOUR), exp: at(2 * HOUR) },
      false,
      HOUR,
      HOUR - MINUTE,
    ],
    // A difference that is normal corrects nothing.
    ['a new one, 30 s ago', { iat: at(-30 * SECOND), exp: at(HOUR) }, true, HOUR, HOUR - MINUTE],
    [
      'a new one, 31 s ago',
      { iat: at(-31 * SECOND), exp: at(HOUR) },
      true,
      HOUR + 31 * SECOND,
      HOUR - 29 * SECOND,
    ],
    ['a stored one, in 30 s', { iat: at(30 * SECOND), exp: at(HOUR) }, false, HOUR, HOUR - MINUTE],
    [
      'a stored one, in 31 s',
      { iat: at(31 * SECOND), exp: at(HOUR) },
      false,
      HOUR - 31 * SECOND,
      HOUR - 91 * SECOND,
    ],
  ];

  for (const [what, claims, isNew, expiresIn, refreshIn] of table) {
    it(`reckons with ${what}`, () => {
      const lease = leaseOf('a token', claims, NOW, { ...rules, isNew, clockAhead: 0 });
      expect(lease.expiresAt - NOW).toBe(expiresIn);
      expect(lease.refreshAt - NOW).toBe(refreshIn);
      expect(lease.token).toBe('a token');
      expect(lease.claims).toBe(claims);
    });
  }

  const clocks: readonly [
    what: string,
    claims: Record<string, unknown>,
    isNew: boolean,
    known: number,
    clockAhead: number,
    expiresIn: number,
  ][] = [
    ['a new one', { iat: at(-HOUR), exp: at(-HOUR + MINUTE) }, true, 0, HOUR, MINUTE],
    ['a new one, put right since', { iat: at(0), exp: at(MINUTE) }, true, HOUR, 0, MINUTE],
    ['a new one of no known age', { exp: at(-HOUR + MINUTE) }, true, HOUR, HOUR, MINUTE],
    ['a new one that is over', { exp: at(-HOUR) }, true, 0, Infinity, Infinity],
    ['a stored one, nothing known', { iat: at(-HOUR), exp: at(-MINUTE) }, false, 0, 0, -MINUTE],
    [
      'a stored one, clock ahead',
      { iat: at(-HOUR - MINUTE), exp: at(-HOUR + MINUTE) },
      false,
      HOUR,
      HOUR,
      MINUTE,
    ],
    [
      'a stored one, clock behind',
      { iat: at(HOUR - MINUTE), exp: at(HOUR + MINUTE) },
      false,
      -HOUR,
      -HOUR,
      MINUTE,
    ],
    ['a stored one, clock no more ahead', { iat: at(0), exp: at(HOUR) }, false, HOUR, 0, HOUR],
    ['a stored one, clock wrong', { exp: at(-HOUR) }, false, Infinity, Infinity, Infinity],
  ];

  for (const [what, claims, isNew, known, clockAhead, expiresIn] of clocks) {
    it(`knows of the clock by ${what}`, () => {
      const lease = leaseOf('a token', claims, NOW, { ...rules, isNew, clockAhead: known });
      expect(lease.clockAhead).toBe(clockAhead);
      expect(lease.expiresAt - NOW).toBe(expiresIn);
    });
  }
});
