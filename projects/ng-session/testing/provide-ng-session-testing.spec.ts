import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionService } from 'ng-session';
import {
  type NgSessionTestingOptions,
  SessionTestingController,
  provideNgSessionTesting,
} from 'ng-session/testing';
import { ADA, UMA } from '../spec/set-up';

describe('provideNgSessionTesting', () => {
  const begin = (options?: NgSessionTestingOptions) => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideNgSessionTesting(options)],
    });
    return {
      session: TestBed.inject(SessionService),
      controller: TestBed.inject(SessionTestingController),
    };
  };

  it('begins with the user, known before anything is awaited', () => {
    const { session, controller } = begin({ user: ADA });
    expect(session.user()).toBe(ADA);
    expect(session.status()).toBe('authenticated');
    expect(session.hasRole('admin')).toBeTrue();
    expect(session.updatedAt()).not.toBeNull();
    controller.expectNoEvent();
  });

  it('begins with nobody, known as well', () => {
    const { session, controller } = begin();
    expect(session.user()).toBeNull();
    expect(session.status()).toBe('unauthenticated');
    controller.expectNoEvent();
  });

  it('begins with session data', () => {
    const { session } = begin({ data: { cart: { items: [{ name: 'Tea', count: 1 }] }, 'a.b': 1 } });
    expect(session.get('cart.items.0.name')).toBe('Tea');
    expect(session.get(['a.b'])).toBe(1);
  });

  it('begins with data of the user, which nobody else finds', () => {
    const { session, controller } = begin({ user: ADA, data: { theme: 'dark' } });
    expect(session.get('theme')).toBe('dark');
    controller.signInAs(UMA);
    expect(session.get('theme')).toBeUndefined();
  });

  it('stays loading until the test says more', async () => {
    const { session } = begin({ status: 'loading' });
    let isAnswered = false;
    void session.resolve().then(() => (isAnswered = true));
    await turns();
    expect(session.status()).toBe('loading');
    expect(session.isRefreshing()).toBeTrue();
    expect(isAnswered).toBeFalse();
  });

  const ends: readonly [name: string, (controller: SessionTestingController) => void, string][] = [
    ['signInAs', (controller) => controller.signInAs(ADA), 'authenticated'],
    ['signOut', (controller) => controller.signOut(), 'unauthenticated'],
    ['expire', (controller) => controller.expire(), 'unauthenticated'],
    ['fail', (controller) => controller.fail(503), 'error'],
  ];
  for (const [name, end, status] of ends) {
    it(`is no longer loading after ${name}, and whoever waited goes on`, async () => {
      const { session, controller } = begin({ status: 'loading' });
      const waited = session.resolve();
      await turns();
      end(controller);
      expect(session.status()).toBe(status);
      await waited;
      expect(session.status()).toBe(status);
      expect(session.isRefreshing()).toBeFalse();
    });
  }

  it('begins with a server that can not be reached', async () => {
    const { session, controller } = begin({ status: 'error' });
    expect(session.status()).toBe('error');
    expect(session.error()?.code).toBe('network');
    await session.resolve();
    expect(session.status()).toBe('error');
    controller.recover();
    await session.resolve();
    expect(session.status()).toBe('unauthenticated');
  });

  it('goes by the configuration, with users as the app sees them', async () => {
    class Person {
      readonly id = 3;
      constructor(readonly groups: readonly string[]) {}
    }
    const { session } = begin({
      user: new Person(['staff']),
      config: {
        roles: (user) => (user as Person).groups,
        parseUser: () => null,
      },
    });
    await session.update();
    expect(session.hasRole('staff')).toBeTrue();
  });

  it('answers what the app asks', async () => {
    const { session, controller } = begin({ user: ADA });
    expect((await session.update()).body).toBe(ADA);
    expect((await session.reload({ why: 'roles' }, { params: { deep: true } })).body).toBe(ADA);
    await session.signOut({ everywhere: true });
    expect(session.user()).toBeNull();
    await expectAsync(session.update()).toBeRejectedWith(jasmine.objectContaining({ status: 401 }));
    expect(controller.requests).toEqual([
      { operation: 'fetch', options: {} },
      { operation: 'refetch', data: { why: 'roles' }, options: { params: { deep: true } } },
      { operation: 'fetch', options: { params: { deep: true } } },
      { operation: 'signOut', data: { everywhere: true }, options: {} },
      { operation: 'fetch', options: {} },
    ]);
  });

  it('answers as a server does, after the call and not within it', async () => {
    const { session } = begin({ user: ADA });
    const updated = session.update();
    expect(session.isRefreshing()).toBeTrue();
    await updated;
    expect(session.isRefreshing()).toBeFalse();
  });

  it('needs no timer', async () => {
    jasmine.clock().install();
    try {
      const { session, controller } = begin({ user: ADA });
      controller.onSignIn(() => UMA);
      await session.update();
      await session.signIn({});
      expect(session.user()).toBe(UMA);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('shares nothing between two test beds', async () => {
    const first = begin({ user: ADA, data: { theme: 'dark' } });
    first.controller.fail('network');
    first.controller.onSignIn(() => ADA);
    TestBed.resetTestingModule();

    const { session, controller } = begin();
    expect(session.user()).toBeNull();
    expect(session.stale()).toBeFalse();
    expect(session.data.all()).toEqual({});
    expect(controller.requests).toEqual([]);
    first.controller.signInAs(ADA);
    expect(session.user()).toBeNull();
    controller.expectNoEvent();
    await expectAsync(session.signIn({})).toBeRejected();
  });
});

/** More turns of the microtask queue than any answer takes. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
