import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionError, type SessionEvent, SessionService, type SessionUser } from 'ng-session';
import {
  type NgSessionTestingOptions,
  type SessionFailure,
  SessionTestingController,
  provideNgSessionTesting,
} from 'ng-session/testing';
import { ADA, UMA, rejectedStatus } from '../spec/set-up';

describe('SessionTestingController', () => {
  const begin = (options?: NgSessionTestingOptions) => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideNgSessionTesting(options)],
    });
    return {
      session: TestBed.inject(SessionService),
      controller: TestBed.inject(SessionTestingController),
    };
  };

  describe('sends', () => {
    type Row = [
      name: string,
      begins: NgSessionTestingOptions,
      act: (controller: SessionTestingController) => void,
      sent: SessionEvent | null,
    ];
    const rows: readonly Row[] = [
      [
        'signedIn for somebody after nobody',
        {},
        (controller) => controller.signInAs(ADA),
        { type: 'signedIn', source: 'local', user: ADA },
      ],
      [
        'identityChanged for somebody in the place of another',
        { user: ADA },
        (controller) => controller.signInAs(UMA),
        { type: 'identityChanged', source: 'local', user: UMA },
      ],
      [
        'updated for another role of the same person',
        { user: ADA },
        (controller) => controller.signInAs({ ...ADA, roles: [] }),
        { type: 'updated', source: 'local', user: { ...ADA, roles: [] } },
      ],
      [
        'updated for the first answer',
        { status: 'loading' },
        (controller) => controller.signInAs(ADA),
        { type: 'updated', source: 'local', user: ADA },
      ],
      ['nothing for the same user', { user: ADA }, (c) => c.signInAs({ ...ADA }), null],
      [
        'signedOut',
        { user: ADA },
        (controller) => controller.signOut(),
        { type: 'signedOut', source: 'local' },
      ],
      ['nothing for a guest who signs out', {}, (controller) => controller.signOut(), null],
      [
        'unauthorized when the session has expired',
        { user: ADA },
        (controller) => controller.expire(),
        { type: 'unauthorized', source: 'server' },
      ],
      ['nothing when there was none to expire', {}, (controller) => controller.expire(), null],
      ['nothing for a failure', { user: ADA }, (controller) => controller.fail('network'), null],
    ];
    for (const [name, begins, act, sent] of rows) {
      it(name, async () => {
        const { session, controller } = begin(begins);
        act(controller);
        if (sent) expect(controller.expectEvent(sent.type)).toEqual(sent);
        // What the server answers agrees with it, so that the next navigation changes nothing.
        await session.resolve();
        controller.expectNoEvent();
      });
    }
  });

  it('clears the session data at a sign-out, and keeps it when the session expires', () => {
    const { session, controller } = begin({ user: ADA, data: { theme: 'dark' } });
    controller.expire();
    expect(session.get('theme')).toBe('dark');
    controller.signOut();
    expect(session.get('theme')).toBeUndefined();
  });

  it('refuses a user that is no object', () => {
    const { session, controller } = begin();
    for (const user of [null, undefined, 'Ada', [ADA], new Error('Ada')]) {
      expect(() => controller.signInAs(user as SessionUser)).toThrowError(
        SessionError,
        /invalid-value: signInAs\(\) takes a user/,
      );
    }
    expect(session.user()).toBeNull();
  });

  it('outdates what is under way', async () => {
    const { session, controller } = begin({ user: ADA });
    const signedOut = session.signOut();
    controller.signInAs(UMA);
    expect(session.user()).toBe(UMA);
    await signedOut;
    expect(session.user()).toBe(UMA);
    await session.update();
    expect(session.user()).toBe(UMA);
    controller.expectEvent('signedOut');
    controller.expectEvent('signedIn');
    controller.expectNoEvent();
  });

  describe('fail', () => {
    const failures: readonly [failure: SessionFailure, code: string, status: number][] = [
      ['network', 'network', 0],
      ['timeout', 'timeout', 0],
      [503, 'http', 503],
      [new HttpErrorResponse({ status: 200, error: '<html>' }), 'invalid-response', 200],
    ];
    for (const [failure, code, status] of failures) {
      it(`${code}: keeps the user as stale, at once and at each request`, async () => {
        const { session, controller } = begin({ user: ADA });
        controller.fail(failure);
        expect(session.user()).toBe(ADA);
        expect(session.stale()).toBeTrue();
        expect(session.error()?.code).toBe(code as never);

        expect(await rejectedStatus(session.update())).toBe(status);
        expect(await rejectedStatus(session.reload())).toBe(status);
        expect(session.user()).toBe(ADA);
        expect(await rejectedStatus(session.signOut())).toBe(status);
        expect(await rejectedStatus(session.signIn({}))).toBe(status);
        expect(session.user()).toBeNull();
      });
    }

    it('takes an error of the library', async () => {
      const { session, controller } = begin({ user: ADA });
      const error = new SessionError('invalid-response', 'no user');
      controller.fail(error);
      expect(session.error()).toBe(error);
      await expectAsync(session.update()).toBeRejectedWith(error);
    });

    it('is ended by recover: the next request finds the user', async () => {
      const { session, controller } = begin({ user: ADA });
      controller.fail('network');
      controller.recover();
      expect(session.stale()).toBeTrue();
      await session.update();
      expect(session.stale()).toBeFalse();
      expect(session.user()).toBe(ADA);
    });

    for (const end of ['signInAs', 'signOut', 'expire'] as const) {
      it(`is ended by ${end}`, async () => {
        const { session, controller } = begin({ user: ADA });
        controller.fail('network');
        controller[end](UMA);
        expect(session.stale()).toBeFalse();
        await session.resolve();
        expect(session.stale()).toBeFalse();
      });
    }

    it('leaves an owed sign-out, which ends nobody who signed in since', async () => {
      const { session, controller } = begin({ user: ADA });
      controller.fail('network');
      await expectAsync(session.signOut()).toBeRejected();
      controller.signInAs(UMA);
      await session.update();
      expect(session.user()).toBe(UMA);
    });

    it('leaves an owed sign-out, which is sent again once the server is back', async () => {
      const { session, controller } = begin({ user: ADA });
      controller.fail('network');
      await expectAsync(session.signOut()).toBeRejected();
      controller.recover();
      await session.resolve();
      expect(session.status()).toBe('unauthenticated');
      expect(controller.requests.map(({ operation }) => operation)).toEqual([
        'signOut',
        'signOut',
        'fetch',
      ]);
    });

    const wrong: readonly unknown[] = [
      401,
      new HttpErrorResponse({ status: 401 }),
      399,
      600,
      'offline',
    ];
    for (const failure of wrong) {
      it(`refuses ${String(failure)}, which is no failure`, () => {
        const { session, controller } = begin({ user: ADA });
        expect(() => controller.fail(failure as SessionFailure)).toThrowError(
          SessionError,
          /call expire\(\)/,
        );
        expect(session.stale()).toBeFalse();
      });
    }
  });

  it('leaves nobody after a sign-in that was refused, at the next navigation either', async () => {
    const { session, controller } = begin({ user: ADA });
    controller.onSignIn(() => 401);
    expect(await rejectedStatus(session.signIn({}))).toBe(401);
    await session.resolve();
    expect(session.user()).toBeNull();
  });

  describe('expectEvent', () => {
    it('returns each event once, the oldest first, with the type that was asked for', () => {
      const { controller } = begin();
      controller.signInAs(ADA);
      controller.signOut();
      controller.signInAs(UMA);
      const { user }: { user: SessionUser } = controller.expectEvent('signedIn');
      expect(user).toBe(ADA);
      expect(controller.expectEvent('signedIn').user).toBe(UMA);
      expect(() => controller.expectEvent('signedIn')).toThrowError(
        'Expected the event signedIn, but these were sent: signedOut (local). ' +
          'If it is still to come, wait for what sends it.',
      );
      controller.expectEvent('signedOut');
      expect(() => controller.expectEvent('signedOut')).toThrowError(/none was sent/);
    });

    it('is told of what happens to the session in the app itself', async () => {
      const { session, controller } = begin({ user: ADA });
      controller.onSignIn(() => UMA);
      await session.signIn({});
      controller.expectEvent('signedOut');
      expect(controller.expectEvent('signedIn').user).toBe(UMA);
      session.set('user', { ...UMA, name: 'Una' });
      expect(controller.expectEvent('updated').user.name).toBe('Una');
    });
  });

  describe('expectNoEvent', () => {
    it('names the events that nobody expected', () => {
      const { controller } = begin();
      controller.expectNoEvent();
      controller.signInAs(ADA);
      controller.expire();
      expect(() => controller.expectNoEvent()).toThrowError(
        'Expected no event, but these were sent: signedIn (local), unauthorized (server). ' +
          'Take those that are right with expectEvent() first.',
      );
      expect(() => controller.expectNoEvent('signedIn')).toThrowError(/Expected no event signedIn/);
      controller.expectNoEvent('signedOut');
      controller.expectEvent('signedIn');
      controller.expectNoEvent('signedIn');
    });
  });
});
