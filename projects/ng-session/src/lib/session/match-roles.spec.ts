import fc from 'fast-check';
import { matchRoles, toRoles } from './match-roles';
import { ADA, setUp } from '../../../spec/set-up';

describe('S11: hasRole', () => {
  const rows: readonly [held: string[], wanted: unknown, any: boolean, all: boolean][] = [
    [['admin'], 'admin', true, true],
    [['admin'], 'Admin', false, false],
    [['admin'], 'superadmin', false, false],
    [['superadmin'], 'admin', false, false],
    [['admin', 'editor'], 'admin,editor', false, false],
    [['admin', 'editor'], 'admin editor', false, false],
    [['admin editor'], 'admin editor', true, true],
    [['admin'], ['admin', 'editor'], true, false],
    [['admin', 'editor'], ['admin', 'editor'], true, true],
    [['admin'], ['Admin'], false, false],
    [['admin'], ['superadmin'], false, false],
    [['superadmin'], ['admin'], false, false],
    [['admin'], [], false, false],
    [[], [], false, false],
    [[], 'admin', false, false],
    [[''], '', true, true],
    [['admin'], '', false, false],
    [['admin'], undefined, false, false],
    [['admin'], null, false, false],
    [['admin'], 7, false, false],
    [['admin'], true, false, false],
    [['admin'], { admin: true }, false, false],
    [['admin'], { length: 1, 0: 'admin' }, false, false],
    [['admin'], new Set(['admin']), false, false],
    [['admin'], [['admin']], false, false],
    [['admin'], ['admin', 7], false, false],
    [['admin'], () => 'admin', false, false],
    [['7'], 7, false, false],
    [['constructor'], 'constructor', true, true],
    [['admin'], 'constructor', false, false],
    [['admin'], '__proto__', false, false],
  ];
  for (const [index, [held, wanted, any, all]] of rows.entries()) {
    it(`row ${index}: ${JSON.stringify(held)} has ${JSON.stringify(wanted)}: any ${any}, all ${all}`, () => {
      expect(matchRoles(new Set(held), wanted, false)).toBe(any);
      expect(matchRoles(new Set(held), wanted, true)).toBe(all);
    });
  }

  it('is what comparing one by one says, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.oneof(fc.string(), fc.array(fc.string()), fc.anything()),
        fc.boolean(),
        (held, wanted, all) => {
          let expected = false;
          if (typeof wanted === 'string') expected = held.includes(wanted);
          else if (
            Array.isArray(wanted) &&
            wanted.length > 0 &&
            wanted.every((w) => typeof w === 'string')
          ) {
            const found = wanted.filter((role) => held.includes(role)).length;
            expected = all ? found === wanted.length : found > 0;
          }
          return matchRoles(new Set(held), wanted, all) === expected;
        },
      ),
    );
  });

  it('gives roles only for a string or strings', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const roles = toRoles(value);
        return Array.isArray(roles) && roles.every((role) => typeof role === 'string');
      }),
    );
  });

  it('of the service is false for nobody, also for all, and follows the user', async () => {
    const { session, startAs } = setUp();
    expect(session.hasRole('admin')).toBeFalse();
    expect(session.hasRole('admin', true)).toBeFalse();
    expect(session.hasRole([], true)).toBeFalse();
    await startAs(ADA);
    expect(session.hasRole('admin')).toBeTrue();
    expect(session.hasRole(['editor', 'admin'])).toBeTrue();
    expect(session.hasRole(['editor', 'admin'], true)).toBeFalse();
    expect(session.hasRole(undefined as unknown as string)).toBeFalse();
  });

  it('of the service reads the roles where the configuration says', async () => {
    const { session, startAs } = setUp({
      config: { roles: (user) => (user as { groups: string }).groups },
    });
    await startAs({ id: 1, groups: 'admin' } as object);
    expect(session.roles()).toEqual(['admin']);
    expect(session.hasRole('admin')).toBeTrue();
  });

  it('of the service takes a string from the server for one role', async () => {
    const { session, startAs } = setUp();
    await startAs({ id: 1, roles: 'admin, editor' } as object);
    expect(session.roles()).toEqual(['admin, editor']);
    expect(session.hasRole('admin')).toBeFalse();
    expect(session.hasRole('admin, editor')).toBeTrue();
  });

  it('of the service reads the roles once for each user, and can not be told others', async () => {
    const asked: unknown[] = [];
    const { session, startAs } = setUp({
      config: {
        roles: (user) => {
          asked.push(user.name);
          return user.roles;
        },
      },
    });
    await startAs(ADA);
    await startAs({ ...ADA });
    for (const role of ['admin', 'editor']) session.hasRole(role);
    session.roles();
    expect(asked).toEqual(['Ada']);
    session.set('user.name', 'Ada L.');
    expect(asked).toEqual(['Ada', 'Ada L.']);
    expect(Object.keys(session.roles)).not.toContain('set');
  });

  it('of the service and the roles change together, for whoever hears of it', async () => {
    const { session, startAs } = setUp();
    await startAs(ADA);
    const heard: unknown[] = [];
    session.events.subscribe(() => heard.push(session.roles(), session.hasRole('admin')));
    session.set('user.roles', ['editor']);
    expect(heard).toEqual([['editor'], false]);
    session.set('user', null);
    expect(heard.slice(2)).toEqual([[], false]);
  });
});
