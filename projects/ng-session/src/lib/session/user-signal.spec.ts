import { computed, isSignal } from '@angular/core';
import { ADA, setUp } from '../../../spec/set-up';

describe('session.user', () => {
  it('is a signal, and reads one own property by its name', async () => {
    const { session, startAs } = setUp();
    const name = computed(() => session.user('name'));
    expect(isSignal(session.user)).toBeTrue();
    expect(session.user()).toBeNull();
    expect(name()).toBeUndefined();
    await startAs(ADA);
    expect(session.user()).toEqual(ADA);
    expect(name()).toBe('Ada');
    expect((session.user as (context: object) => unknown)({ chain: 1 })).toEqual(ADA);
    expect(session.user('toString' as 'name')).toBeUndefined();
    expect(session.user('__proto__' as 'name')).toBeUndefined();
  });
});
