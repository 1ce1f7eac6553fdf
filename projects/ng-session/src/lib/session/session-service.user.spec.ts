import { computed } from '@angular/core';
import { SessionError } from 'ng-session';
import { ADA, UMA, setUp } from '../../../spec/set-up';

describe('S12: paths that begin with user', () => {
  it('lead to the user that is shown', async () => {
    const { session, startAs } = setUp();
    expect(session.get('user')).toBeUndefined();
    expect(session.get('user.name', 'Guest')).toBe('Guest');
    expect(session.data.has('user')).toBeFalse();
    await startAs(ADA);
    expect(session.get('user')).toBe(session.user() ?? undefined);
    expect(session.get('user.roles.0')).toBe('admin');
    expect(session.data.has('user.name')).toBeTrue();
  });

  it('change who is shown, and leave the data alone', async () => {
    const { session, startAs, events } = setUp();
    await startAs(ADA);
    const name = computed(() => session.user()?.name);
    session.set('user.name', 'Ada L.');
    expect(name()).toBe('Ada L.');
    expect(session.user('roles')).toEqual(['admin']);
    session.set('user.roles', ['editor']);
    expect(session.hasRole('editor')).toBeTrue();
    session.set('user', UMA);
    expect(name()).toBe('Uma');
    session.del('user.name');
    expect(session.user()).toEqual({ id: 2, roles: ['user'] });
    session.del('user');
    expect(session.user()).toBeNull();
    expect(session.status()).toBe('unauthenticated');
    expect(session.data.all()).toEqual({});
    expect(events.map(({ type }) => type)).toEqual([
      'updated',
      'updated',
      'identityChanged',
      'updated',
      'signedOut',
    ]);
    expect(events.every(({ source }) => source === 'local')).toBeTrue();
  });

  it('never reach the values beside the user, and clear() leaves the user', async () => {
    const { session, startAs } = setUp();
    await startAs(ADA);
    session.set('theme', 'dark');
    session.set('user.theme', 'light');
    expect(session.data.all()).toEqual({ theme: 'dark' });
    session.data.clear();
    expect(session.user('name')).toBe('Ada');
  });

  for (const wrong of [7, 'Ada', true, ['Ada']]) {
    it(`refuse ${JSON.stringify(wrong)} as the user, and nothing changes`, async () => {
      const { session, startAs } = setUp();
      await startAs(ADA);
      expect(() => {
        session.set('user', wrong);
      }).toThrowError(SessionError, /invalid-value/);
      expect(session.user()).toEqual(ADA);
    });
  }

  it('are no answer of the server', async () => {
    const { session, startAs } = setUp();
    await startAs(ADA);
    const answeredAt = session.updatedAt();
    session.set('user.name', 'X');
    expect(session.updatedAt()).toBe(answeredAt);
  });

  it('change nothing on the object that the server gave', async () => {
    const { session, startAs } = setUp();
    const given = { ...ADA };
    await startAs(given);
    session.set('user.name', 'X');
    expect(given.name).toBe('Ada');
  });
});
