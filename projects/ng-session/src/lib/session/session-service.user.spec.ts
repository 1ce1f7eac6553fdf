import { computed } from '@angular/core';
import { SessionError } from 'ng-session';
import { ADA, UMA, failWith, rejectionOf, setUp } from '../../../spec/set-up';

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
    session.set(['user', 'theme'].join('.'), 'light');
    expect(session.data.all()).toEqual({ theme: 'dark' });
    session.data.clear();
    expect(session.user('name')).toBe('Ada');
  });

  it('sign nobody in by half, and nobody out before it is known', () => {
    const { session, events } = setUp();
    expect(() => {
      session.set('user.name', 'Ada');
    }).toThrowError(SessionError, /invalid-path/);
    expect(() => {
      session.del('user.name');
    }).toThrowError(SessionError, /invalid-path/);
    session.del('user');
    expect(session.status()).toBe('loading');
    expect(session.user()).toBeNull();
    expect(events).toEqual([]);
  });

  it('leave it as it is whether the user is out of date', async () => {
    const { session, get, startAs } = setUp();
    await startAs(ADA);
    const updated = rejectionOf(session.update());
    failWith(get(), 500);
    await updated;
    session.set('user.name', 'Ada L.');
    expect(session.stale()).toBeTrue();
    expect(session.error()?.code).toBe('http');
  });

  for (const wrong of [7, 'Ada', true, ['Ada']]) {
    it(`refuse ${JSON.stringify(wrong)} as the user, and nothing changes`, async () => {
      const { session, startAs } = setUp();
      await startAs(ADA);
      expect(() => {
        session.set('user', wrong as never);
      }).toThrowError(SessionError, /invalid-value/);
      expect(session.user()).toEqual(ADA);
    });
  }

  it('see own properties only, also of a user that the app has made', async () => {
    const { session, startAs } = setUp({
      config: {
        parseUser: (body) => Object.assign(Object.create({ secret: 1 }) as object, body),
      },
    });
    await startAs(ADA);
    expect(session.get('user.name')).toBe('Ada');
    expect(session.data.has(['user', 'secret'].join('.'))).toBeFalse();
  });

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
