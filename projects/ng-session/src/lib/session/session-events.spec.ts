import { TestBed } from '@angular/core/testing';
import { type SessionUser } from 'ng-session';
import { SessionError } from '../config/session-error';
import { eventBetween } from './session-event';
import { type SessionSnapshot, UNKNOWN, answered, failed } from './session-snapshot';
import { ADA, UMA, failWith, rejectionOf, setUp } from '../../../spec/set-up';

describe('events', () => {
  const now = new Date(2030, 0, 1);
  const nobody = answered(null, now);
  const as = (user: SessionUser) => answered(user, now);
  const rows: readonly [
    name: string,
    before: SessionSnapshot,
    after: SessionSnapshot,
    type: string | undefined,
  ][] = [
    ['the first answer finds nobody', UNKNOWN, nobody, undefined],
    ['the first answer finds somebody', UNKNOWN, as(ADA), 'updated'],
    [
      'somebody is found after a failure',
      failed(UNKNOWN, new SessionError('network')),
      as(ADA),
      'updated',
    ],
    ['somebody signs in', nobody, as(ADA), 'signedIn'],
    ['the same object', as(ADA), as(ADA), undefined],
    ['the same person has changed', as(ADA), as({ ...ADA, name: 'X' }), 'updated'],
    ['another person', as(ADA), as(UMA), 'identityChanged'],
    ['nobody any more', as(ADA), nobody, 'signedOut'],
    ['still nobody', nobody, nobody, undefined],
    ['a failure', as(ADA), failed(as(ADA), new SessionError('network')), undefined],
  ];
  for (const [name, before, after, type] of rows) {
    it(`${name}: ${type ?? 'none'}`, () => {
      const same = (a: SessionUser, b: SessionUser) => a.id === b.id;
      expect(eventBetween(before, after.user, 'server', 'signedOut', same)?.type).toBe(
        type as never,
      );
    });
  }

  it('complete with the application', () => {
    const { session } = setUp();
    let completed = false;
    session.events.subscribe({ complete: () => (completed = true) });
    TestBed.resetTestingModule();
    expect(completed).toBeTrue();
  });

  it('are told after the change can be read, with where it came from', async () => {
    const { session, get, signInPost } = setUp();
    const told: unknown[] = [];
    session.events.subscribe((event) =>
      told.push([event.type, event.source, session.user('name')]),
    );
    const first = session.update();
    failWith(get(), 401);
    await rejectionOf(first);
    const signedIn = session.signIn({});
    signInPost().flush(null);
    get().flush(ADA);
    await signedIn;
    const second = session.update();
    get().flush({ ...ADA, name: 'Ada L.' });
    await second;
    const third = session.update();
    get().flush(null);
    await third;
    const fourth = session.update();
    get().flush(UMA);
    await fourth;
    expect(told).toEqual([
      ['signedIn', 'local', 'Ada'],
      ['updated', 'server', 'Ada L.'],
      ['signedOut', 'server', undefined],
      ['signedIn', 'server', 'Uma'],
    ]);
  });
});
