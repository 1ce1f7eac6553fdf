import { parseUser } from './parse-user';
import { ADA } from './ada';

describe('parseUser', () => {
  it('unwraps the user', () => {
    expect(parseUser({ user: { ...ADA, internal: true } })).toEqual(ADA);
  });

  it('knows nobody', () => {
    expect(parseUser({ user: null })).toBeNull();
  });

  for (const body of [{}, '<html>', { user: {} }, { user: { ...ADA, roles: 'admin' } }]) {
    it(`refuses ${JSON.stringify(body)}`, () => {
      expect(() => parseUser(body)).toThrowError(TypeError);
    });
  }
});
