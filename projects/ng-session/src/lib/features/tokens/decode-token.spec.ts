import { SessionError, decodeToken, getTokenExpirationDate, isTokenExpired } from 'ng-session';
import { useFakeTime } from '../../../../spec/fake-time';
import { CANARY, inSeconds, tokenOf } from '../../../../spec/tokens';

const encode = (text: string) => btoa(text).replaceAll('=', '');
const MALFORMED: Record<string, string> = {
  nothing: '',
  'one part': CANARY,
  'two parts': `${encode('{}')}.${encode('{}')}`,
  'four parts': `${tokenOf()}.x`,
  'an empty part': 'a..b',
  'no base64': `a.${CANARY}*.c`,
  'a length that no base64 has': 'a.abcde.c',
  'no JSON': `a.${encode(`{ ${CANARY}`)}.c`,
  'a list': `a.${encode(`["${CANARY}"]`)}.c`,
  null: `a.${encode('null')}.c`,
  'a string': `a.${encode(`"${CANARY}"`)}.c`,
  'a space': ` ${tokenOf()}`,
  'the end of a line': `${tokenOf()}\n`,
  'what no header can carry': `${tokenOf()}\u0430`,
};

describe('decodeToken', () => {
  it('reads the claims', () => {
    expect(decodeToken(tokenOf({ sub: 'ada', exp: 1, iat: 0 }))).toEqual({
      sub: 'ada',
      exp: 1,
      iat: 0,
    });
  });

  it('reads letters of all languages', () => {
    expect(decodeToken(tokenOf({ name: 'Žofie 李 🎵 ÿ>?' }))['name']).toBe('Žofie 李 🎵 ÿ>?');
  });

  it('leaves the prototype of all objects alone', () => {
    const token = `a.${encode('{"__proto__":{"admin":true}}')}.c`;
    decodeToken(token);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(decodeToken<{ admin?: boolean }>(token).admin).toBeUndefined();
  });

  for (const [what, token] of Object.entries(MALFORMED)) {
    it(`refuses ${what}, and says nothing of it`, () => {
      try {
        decodeToken(token);
        fail('It was taken.');
      } catch (error) {
        expect((error as SessionError).code).toBe('invalid-token');
        expect((error as SessionError).cause).toBeUndefined();
        expect(String((error as SessionError).stack)).not.toContain(CANARY);
      }
    });
  }

  it('refuses what is no string', () => {
    for (const value of [null, undefined, 7, {}, []]) {
      expect(() => decodeToken(value as never)).toThrowMatching(
        (error) => error instanceof SessionError && error.code === 'invalid-token',
      );
    }
  });
});

describe('getTokenExpirationDate', () => {
  it('is the time of `exp`', () => {
    expect(getTokenExpirationDate(tokenOf({ exp: 1 }))).toEqual(new Date(1000));
  });

  for (const exp of [undefined, null, 'soon', '7', 1e300, {}]) {
    it(`is null where exp is ${JSON.stringify(exp)}`, () => {
      expect(getTokenExpirationDate(tokenOf({ exp: exp as never }))).toBeNull();
    });
  }

  it('refuses what is no token', () => {
    expect(() => getTokenExpirationDate('x')).toThrowError(SessionError);
  });
});

describe('isTokenExpired', () => {
  useFakeTime();

  for (const [exp, offset, is] of [
    [0, undefined, true],
    [-1, undefined, true],
    [1, undefined, false],
    [60, 59_999, false],
    [60, 60_000, true],
    [60, '59s', false],
    [60, '1m', true],
    [-60, -61_000, false],
    [60, 'rubbish', true],
  ] as const) {
    it(`is ${String(is)} for one that ends in ${String(exp)} s, ${String(offset)} ahead`, () => {
      expect(isTokenExpired(tokenOf({ exp: inSeconds(exp) }), offset)).toBe(is);
    });
  }

  it('is never so without an end', () => {
    expect(isTokenExpired(tokenOf({ exp: undefined }))).toBeFalse();
  });

  it('is always so for no token', () => {
    for (const token of [null, undefined, ...Object.values(MALFORMED)]) {
      expect(isTokenExpired(token)).toBeTrue();
    }
  });
});
