import type { HttpErrorResponse } from '@angular/common/http';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type SessionError, type TokenOptions, TokenSession, withTokens } from 'ng-session';
import { pass, passInSteps, settle, sleep, useFakeTime } from '../../../../spec/fake-time';
import { ADA, UMA, setUp } from '../../../../spec/set-up';
import { inSeconds, tokenFor, userIn } from '../../../../spec/tokens';

const KEY = 'ng-session.token';
const MINUTE = 60_000;
const DAY = 86_400_000;

describe('The token of an open page', () => {
  useFakeTime();
  // What waits for a lock has a time of its own; that a tab waits at all, `token-refresh.spec.ts` holds.
  beforeEach(() => {
    spyOnProperty(navigator, 'locks').and.returnValue(undefined as never);
  });
  afterEach(() => localStorage.clear());

  const start = async (options: TokenOptions = {}, token = tokenFor(ADA)) => {
    const harness = setUp({ features: [withTokens({ user: userIn, ...options })] });
    const tokens = TestBed.inject(TokenSession);
    const signedIn = tokens.authenticate(token);
    await settle();
    await signedIn;
    harness.events.length = 0;
    return { ...harness, tokens, told: () => harness.events.map(({ type }) => type) };
  };
  /** Refreshes at once, and counts. */
  const refreshing = (claims: () => object = () => ({})) => {
    const asked: number[] = [];
    return {
      asked,
      refresh: async () => {
        asked.push(Date.now());
        return tokenFor(ADA, { jti: String(asked.length), ...claims() });
      },
    };
  };

  it('ends the session on time', async () => {
    const { session, tokens, told } = await start({ storage: 'local' });
    await pass(5 * MINUTE - 100);
    expect(session.user()).toEqual(ADA);
    await pass(100);
    expect(session.user()).toBeNull();
    expect(session.status()).toBe('unauthenticated');
    expect(tokens.token()).toBeNull();
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(told()).toEqual(['tokenHasExpired', 'unauthorized']);
  });

  for (const days of [30, 400]) {
    it(`ends after ${days} days, once`, async () => {
      const { session, told } = await start({}, tokenFor(ADA, { exp: inSeconds(days * 86_400) }));
      for (let day = 1; day < days; day++) jasmine.clock().tick(DAY);
      await settle();
      expect(session.user()).toEqual(ADA);
      await pass(DAY);
      expect(session.user()).toBeNull();
      await pass(DAY);
      expect(told()).toEqual(['tokenHasExpired', 'unauthorized']);
    });
  }

  it('is refreshed ahead of its end, again and again', async () => {
    const { asked, refresh } = refreshing();
    const begun = Date.now();
    const { session, told } = await start({ refresh });
    await pass(4 * MINUTE - 100);
    expect(asked).toEqual([]);
    await pass(100);
    expect(asked.length).toBe(1);
    expect(asked[0]! - begun).toBeLessThan(4 * MINUTE + 1000);
    await passInSteps(9 * MINUTE);
    expect(asked.length).toBe(3);
    expect(session.user()).toEqual(ADA);
    expect(told()).toEqual(['tokenRefreshed', 'tokenRefreshed', 'tokenRefreshed']);
  });

  it('is refreshed half-way where it is shorter than `refreshAhead`, and not in a loop', async () => {
    const { asked, refresh } = refreshing(() => ({ exp: inSeconds(30) }));
    await start({ refresh }, tokenFor(ADA, { exp: inSeconds(30) }));
    await passInSteps(60_000);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThan(6);
  });

  for (const [what, hour] of [
    ['ahead', -3600],
    ['behind', 3600],
  ] as const) {
    it(`is refreshed in no loop by a clock that is an hour ${what}`, async () => {
      const claims = () => ({ iat: inSeconds(hour), exp: inSeconds(hour + 300) });
      const { asked, refresh } = refreshing(claims);
      const { session } = await start({ refresh }, tokenFor(ADA, claims()));
      const first = asked.length;
      await passInSteps(3 * MINUTE);
      expect(asked.length).toBe(first);
      await passInSteps(57 * MINUTE);
      expect(asked.length).toBeLessThan(20);
      expect(session.user()).toEqual(ADA);
    });
  }

  it('is refreshed in no loop where it says neither when it was made nor tells the right end', async () => {
    const claims = () => ({ iat: undefined, exp: inSeconds(-3600) });
    const { asked, refresh } = refreshing(claims);
    const { session } = await start({ refresh }, tokenFor(ADA, claims()));
    expect(asked.length).toBe(1);
    await passInSteps(60 * MINUTE);
    expect(asked.length).toBe(1);
    expect(session.user()).toEqual(ADA);
  });

  it('is tried again, ever more seldom, while there is no network, and signs nobody out', async () => {
    const asked: number[] = [];
    const { session, tokens, told } = await start({
      refresh: () => {
        asked.push(Date.now());
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    await pass(4 * MINUTE);
    expect(asked.length).toBe(1);
    await pass(4900);
    expect(asked.length).toBe(1);
    await pass(200);
    expect(asked.length).toBe(2);
    await passInSteps(10 * MINUTE);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.length).toBeLessThan(20);
    expect(session.user()).toEqual(ADA);
    expect(tokens.isExpired()).toBeTrue();
    expect(told()).toEqual([]);
  });

  it('is refreshed at once when the network is back', async () => {
    let isOnline = false;
    const { tokens } = await start({
      refresh: async () => {
        if (!isOnline) throw new TypeError('Failed to fetch');
        return tokenFor(ADA, { jti: 'next' });
      },
    });
    await passInSteps(10 * MINUTE);
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(tokens.isExpired()).toBeFalse();
  });

  it('gets the same token once more, and tries again until it is over', async () => {
    const token = tokenFor(ADA);
    let count = 0;
    const { session } = await start({ refresh: async () => (count++, token) }, token);
    await pass(4 * MINUTE);
    expect(count).toBe(1);
    expect(session.user()).toEqual(ADA);
    await passInSteps(10 * MINUTE);
    expect(count).toBeLessThan(10);
    expect(session.user()).toBeNull();
  });

  it('gives up a refresh that does not answer', async () => {
    let count = 0;
    const { session } = await start({
      refresh: () => {
        count++;
        return new Promise<string>(() => undefined);
      },
    });
    await pass(4 * MINUTE);
    expect(count).toBe(1);
    await pass(10_000);
    await pass(5000);
    expect(count).toBe(2);
    expect(session.user()).toEqual(ADA);
  });

  for (const [what, wake] of Object.entries({
    'is seen again': () => document.dispatchEvent(new Event('visibilitychange')),
    'comes back by the Back button': () =>
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  })) {
    it(`is looked at when the page was asleep, and ${what}`, async () => {
      const { session } = await start();
      sleep(10 * MINUTE);
      await settle();
      expect(session.user()).toEqual(ADA);
      wake();
      await settle();
      expect(session.user()).toBeNull();
    });
  }

  it('is looked at no more when the application has ended', async () => {
    const { asked, refresh } = refreshing();
    await start({ refresh });
    TestBed.resetTestingModule();
    await pass(10 * MINUTE);
    expect(asked).toEqual([]);
  });

  it('tells who the user is by now', async () => {
    const { refresh } = refreshing(() => ({ user: { ...ADA, roles: ['editor'] } }));
    const { session } = await start({ refresh });
    await pass(4 * MINUTE);
    expect(session.hasRole('editor')).toBeTrue();
    expect(session.hasRole('admin')).toBeFalse();
  });

  describe('and another tab that has the same', () => {
    it('is taken over instead of being refreshed', async () => {
      const { asked, refresh } = refreshing();
      const { tokens, told, events } = await start({ storage: 'local', refresh });
      const next = tokenFor(ADA, { jti: 'theirs', exp: inSeconds(600) });
      localStorage.setItem(KEY, next);
      await pass(4 * MINUTE);
      expect(asked).toEqual([]);
      expect(tokens.token()).toBe(next);
      expect(told()).toEqual(['tokenRefreshed']);
      expect(events[0]!.source).toBe('tab');
    });

    it('is good on a clock that is an hour ahead, as a token from the server has told', async () => {
      const claims = () => ({ iat: inSeconds(-3600), exp: inSeconds(-3300) });
      const { asked, refresh } = refreshing(claims);
      const { tokens } = await start({ storage: 'local', refresh }, tokenFor(ADA, claims()));
      expect(asked.length).toBe(1);
      localStorage.setItem(KEY, tokenFor(ADA, { jti: 'theirs', ...claims() }));
      window.dispatchEvent(new Event('online'));
      await passInSteps(3 * MINUTE);
      expect(tokens.claims()?.jti).toBe('theirs');
      expect(tokens.isExpired()).toBeFalse();
      expect(asked.length).toBe(1);
    });

    it('is good until its own end, however long ago another tab got it', async () => {
      const { session, tokens } = await start({ storage: 'local' });
      const theirs = { jti: 'theirs', iat: inSeconds(-240), exp: inSeconds(60) };
      localStorage.setItem(KEY, tokenFor(ADA, theirs));
      window.dispatchEvent(new Event('online'));
      await settle();
      expect(tokens.claims()?.jti).toBe('theirs');
      await pass(MINUTE);
      expect(tokens.token()).toBeNull();
      expect(session.user()).toBeNull();
    });

    it('shows the user whom it has signed in', async () => {
      const { session, events } = await start({ storage: 'local' });
      localStorage.setItem(KEY, tokenFor(UMA));
      window.dispatchEvent(new Event('online'));
      await settle();
      expect(session.user()).toEqual(UMA);
      expect(events.map(({ type, source }) => [type, source])).toEqual([
        ['identityChanged', 'tab'],
      ]);
    });

    it('shows nobody when it has signed out', async () => {
      const { session } = await start({ storage: 'local' });
      localStorage.removeItem(KEY);
      window.dispatchEvent(new Event('online'));
      await settle();
      expect(session.user()).toBeNull();
    });

    it('is removed where it is rubbish by now', async () => {
      const { session, told } = await start({ storage: 'local' });
      localStorage.setItem(KEY, 'rubbish');
      window.dispatchEvent(new Event('online'));
      await settle();
      expect(session.user()).toBeNull();
      expect(localStorage.getItem(KEY)).toBeNull();
      expect(told()).toContain('tokenIsMalformed');
    });

    it('keeps what it has signed in with, where this one comes to its end', async () => {
      const { session } = await start({ storage: 'local' });
      const theirs = tokenFor(UMA);
      localStorage.setItem(KEY, theirs);
      session.set('user' as never, null as never);
      expect(localStorage.getItem(KEY)).toBe(theirs);
      session.set('user' as never, UMA as never);
      session.set('user' as never, null as never);
      expect(localStorage.getItem(KEY)).toBe(theirs);
    });
  });

  describe('in a storage that fails', () => {
    const blocked = () => {
      throw new DOMException('As a browser says it.', 'SecurityError');
    };

    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      it(`is in memory, and that is told once: ${method}`, async () => {
        const harness = setUp({ features: [withTokens({ user: userIn, storage: 'local' })] });
        spyOn(Storage.prototype, method).and.callFake(blocked);
        const tokens = TestBed.inject(TokenSession);
        const token = tokenFor(ADA);
        const signedIn = tokens.authenticate(token);
        await settle();
        await signedIn;
        expect(harness.session.user()).toEqual(ADA);
        void harness.session.update();
        await settle();
        expect(tokens.token()).toBe(method === 'removeItem' ? token : tokens.token());
        const signedOut = tokens.unauthenticate();
        await settle();
        await signedOut;
        expect(tokens.token()).toBeNull();
        const failed = harness.events.filter(({ type }) => type === 'storeFailed');
        expect(failed.length).toBe(1);
        expect((failed[0] as { error: SessionError }).error.code).toBe('store');
      });
    }

    it('does not keep the app from starting, where it never answers', async () => {
      const never = () => new Promise<never>(() => undefined);
      const { session, events } = setUp({
        features: [withTokens({ storage: { get: never, set: never, remove: never } })],
      });
      const updated = session
        .update()
        .catch((error: unknown) => (error as HttpErrorResponse).status);
      await pass(10_000);
      expect(await updated).toBe(401);
      expect(events.map(({ type }) => type)).toEqual(['storeFailed']);
    });

    it('does not keep the app from starting, where `tokenGetter` never answers', async () => {
      const handled: unknown[] = [];
      const handleError = (error: unknown) => handled.push(error);
      const { session } = setUp({
        features: [withTokens({ tokenGetter: () => new Promise<never>(() => undefined) })],
        providers: [{ provide: ErrorHandler, useValue: { handleError } }],
      });
      const updated = session
        .update()
        .catch((error: unknown) => (error as HttpErrorResponse).status);
      await pass(10_000);
      expect(await updated).toBe(401);
      expect(handled.map((error) => (error as SessionError).code)).toEqual(['timeout']);
    });
  });
});
