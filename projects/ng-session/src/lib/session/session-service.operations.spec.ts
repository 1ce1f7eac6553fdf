import { type HttpErrorResponse } from '@angular/common/http';
import { effect } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EMPTY } from 'rxjs';
import {
  ADA,
  UMA,
  disconnect,
  failWith,
  rejectedStatus,
  rejectionOf,
  setUp,
  settle,
} from '../../../spec/set-up';

describe('SessionService', () => {
  describe('S4: reload', () => {
    it('sends PUT, then GET with the same options, and resolves with the answer to the GET', async () => {
      const { session, put, get, startAs, sent } = setUp();
      await startAs(ADA);
      const reloaded = session.reload({ hint: 1 }, { headers: { 'X-Trace': 'a' } });
      const putRequest = put();
      expect(putRequest.request.body).toEqual({ hint: 1 });
      expect(putRequest.request.withCredentials).toBeTrue();
      expect(sent('GET').length).toBe(0);
      putRequest.flush(null, { status: 204, statusText: 'No Content' });
      const getRequest = get();
      expect(getRequest.request.headers.get('X-Trace')).toBe('a');
      getRequest.flush({ ...ADA, name: 'Ada L.' });
      expect((await reloaded).body).toEqual({ ...ADA, name: 'Ada L.' });
      expect(session.user('name')).toBe('Ada L.');
    });

    it('sends no GET after a PUT that failed, and keeps the user, stale', async () => {
      const { session, put, startAs, sent } = setUp();
      await startAs(ADA);
      const reloaded = session.reload();
      failWith(put(), 500);
      expect(await rejectedStatus(reloaded)).toBe(500);
      expect(sent('GET').length).toBe(0);
      expect(session.user()).toEqual(ADA);
      expect(session.stale()).toBeTrue();
    });

    it('takes a 401 to the PUT for the end of the session', async () => {
      const { session, put, startAs } = setUp();
      await startAs(ADA);
      const reloaded = session.reload();
      failWith(put(), 401);
      expect(await rejectedStatus(reloaded)).toBe(401);
      expect(session.status()).toBe('unauthenticated');
    });

    it('keeps the user, stale, when the GET fails, and does not send the PUT again', async () => {
      const { session, put, get, startAs, sent } = setUp();
      await startAs(ADA);
      const reloaded = session.reload();
      put().flush(null);
      failWith(get(), 500);
      expect(await rejectedStatus(reloaded)).toBe(500);
      expect(session.user()).toEqual(ADA);
      expect(session.stale()).toBeTrue();
      await settle();
      expect(sent('PUT').length).toBe(0);
    });
  });

  describe('S5: signIn', () => {
    it('clears the user at once, sends POST, then GET without its options, and resolves with the GET', async () => {
      const { session, signInPost, get, startAs, events } = setUp();
      await startAs(UMA);
      const signedIn = session.signIn({ email: 'ada' }, { headers: { 'X-Captcha': 'c' } });
      expect(session.user()).toBeNull();
      const post = signInPost();
      expect(post.request.body).toEqual({ email: 'ada' });
      expect(post.request.headers.get('X-Captcha')).toBe('c');
      post.flush(null, { status: 204, statusText: 'No Content' });
      const load = get();
      expect(load.request.headers.has('X-Captcha')).toBeFalse();
      load.flush(ADA);
      expect((await signedIn).body).toEqual(ADA);
      expect(session.user()).toEqual(ADA);
      expect(events).toEqual([
        { type: 'signedOut', source: 'local' },
        { type: 'signedIn', source: 'local', user: ADA },
      ]);
    });

    for (const status of [401, 422, 429, 500]) {
      it(`leaves nobody signed in after ${String(status)}, and rejects with the response`, async () => {
        const { session, signInPost, startAs, sent } = setUp();
        await startAs(UMA);
        const signedIn = session.signIn({});
        failWith(signInPost(), status, { errors: { email: ['unknown'] } });
        const rejection = (await rejectionOf(signedIn)) as HttpErrorResponse;
        expect(rejection.status).toBe(status);
        expect(rejection.error).toEqual({ errors: { email: ['unknown'] } });
        expect(session.status()).toBe('unauthenticated');
        expect(sent('GET').length).toBe(0);
      });
    }

    it('leaves nobody signed in when the GET fails, and fetches at the next chance', async () => {
      const { session, signInPost, get } = setUp({ config: { cache: true } });
      const signedIn = session.signIn({});
      signInPost().flush(null);
      failWith(get(), 503);
      expect(await rejectedStatus(signedIn)).toBe(503);
      expect(session.status()).toBe('unauthenticated');
      const resolved = session.resolve();
      get().flush(ADA);
      await resolved;
      expect(session.user()).toEqual(ADA);
    });
  });

  it('S5: signIn works with any 2xx, even one that Angular can not parse', async () => {
    const { session, signInPost, get } = setUp();
    const signedIn = session.signIn({});
    signInPost().error(new ProgressEvent('parse'), { status: 200, statusText: 'OK' });
    get().flush(ADA);
    await signedIn;
    expect(session.user()).toEqual(ADA);
  });

  describe('S6: signOut', () => {
    it('is done locally at once, and resolves with the answer to the POST', async () => {
      const { session, signOutPost, startAs, events } = setUp();
      await startAs(ADA);
      session.set('cart.items', ['tea']);
      const signedOut = session.signOut({ everywhere: true });
      expect(session.user()).toBeNull();
      expect(session.status()).toBe('unauthenticated');
      expect(session.data.all()).toEqual({});
      const post = signOutPost();
      expect(post.request.body).toEqual({ everywhere: true });
      post.flush({ bye: true });
      expect((await signedOut).body).toEqual({ bye: true });
      expect(events).toEqual([{ type: 'signedOut', source: 'local' }]);
    });

    for (const [name, fail, status] of [
      ['the network fails', disconnect, 0],
      ['the server fails', (request) => failWith(request, 500), 500],
      ['the server refuses', (request) => failWith(request, 403), 403],
    ] as readonly [string, typeof disconnect, number][]) {
      it(`shows nobody and rejects with the cause when ${name}`, async () => {
        const { session, signOutPost, startAs } = setUp();
        await startAs(ADA);
        session.set('cart', 1);
        const signedOut = session.signOut();
        fail(signOutPost());
        expect(await rejectedStatus(signedOut)).toBe(status);
        expect(session.user()).toBeNull();
        expect(session.data.all()).toEqual({});
        expect(session.error()).not.toBeNull();
      });

      it(`sends the sign-out again before it asks who is signed in, where ${name}`, async () => {
        const { session, signOutPost, get, startAs, sent } = setUp();
        await startAs(ADA);
        const signedOut = session.signOut({ device: 1 });
        fail(signOutPost());
        await rejectionOf(signedOut);

        const stillOwed = session.resolve();
        expect(sent('GET').length).toBe(0);
        fail(signOutPost());
        await stillOwed;
        expect(sent('GET').length).toBe(0);
        expect(session.user()).toBeNull();

        const resolved = session.resolve();
        const again = signOutPost();
        expect(again.request.body).toEqual({ device: 1 });
        again.flush(null);
        failWith(get(), 401);
        await resolved;
        expect(session.status()).toBe('unauthenticated');
        expect(session.error()).toBeNull();
      });
    }

    it('owes nothing more once somebody signed in', async () => {
      const { session, signOutPost, signInPost, get, startAs, sent } = setUp();
      await startAs(ADA);
      const signedOut = session.signOut();
      failWith(signOutPost(), 500);
      await rejectionOf(signedOut);
      const signedIn = session.signIn({});
      signInPost().flush(null);
      get().flush(UMA);
      await signedIn;
      expect(sent('POST', '/api/users/sign-out').length).toBe(0);
      expect(session.user()).toEqual(UMA);
    });

    it('takes a 401 for done', async () => {
      const { session, signOutPost, get, startAs, sent } = setUp();
      await startAs(ADA);
      const signedOut = session.signOut();
      failWith(signOutPost(), 401);
      expect((await signedOut).status).toBe(401);
      expect(session.error()).toBeNull();
      const updated = session.update();
      expect(sent('POST', '/api/users/sign-out').length).toBe(0);
      failWith(get(), 401);
      await rejectionOf(updated);
    });

    it('is an answer: nobody needs to ask again who is signed in', async () => {
      const { session, signOutPost, startAs, sent } = setUp({ config: { cache: true } });
      await startAs(ADA);
      const signedOut = session.signOut();
      signOutPost().flush(null);
      await signedOut;
      await session.resolve();
      expect(sent('GET').length).toBe(0);
    });

    it('is done with any 2xx, even one that Angular can not parse', async () => {
      const { session, signOutPost, get, startAs } = setUp();
      await startAs(ADA);
      const signedOut = session.signOut();
      signOutPost().error(new ProgressEvent('parse'), { status: 200, statusText: 'OK' });
      expect((await signedOut).status).toBe(200);
      const resolved = session.resolve();
      failWith(get(), 401);
      await resolved;
      expect(session.error()).toBeNull();
    });

    it('stays owed although a sign-in that began before it has worked', async () => {
      const { session, signInPost, signOutPost, sent } = setUp();
      const signedIn = rejectionOf(session.signIn({}));
      const post = signInPost();
      const signedOut = rejectionOf(session.signOut());
      post.flush(null);
      await settle();
      failWith(signOutPost(), 500);
      await signedOut;
      await settle();
      expect(sent('GET').length).toBe(0);
      failWith(signOutPost(), 500);
      await signedIn;
      expect(session.user()).toBeNull();
    });

    it('is not paid by the answer to one before it', async () => {
      const { session, signInPost, signOutPost, get, startAs, sent } = setUp();
      await startAs(ADA);
      const first = session.signOut();
      const firstPost = signOutPost();
      const signedIn = rejectionOf(session.signIn({}));
      const second = rejectionOf(session.signOut());
      firstPost.flush(null);
      await first;
      await settle();
      signInPost().flush(null);
      await settle();
      failWith(signOutPost(), 500);
      await second;
      await settle();
      expect(sent('GET').length).toBe(0);
      signOutPost().flush(null);
      await settle();
      failWith(get(), 401);
      await signedIn;
      expect(session.user()).toBeNull();
    });

    it('fails where an interceptor swallows the answer, and keeps nobody waiting', async () => {
      const { session } = setUp({ interceptors: [() => EMPTY] });
      await rejectionOf(session.signOut());
      await rejectionOf(session.reload());
      await rejectionOf(session.signIn({}));
      expect(session.status()).toBe('unauthenticated');
    });

    it('is one request, however often it is called', async () => {
      const { session, signOutPost, startAs } = setUp();
      await startAs(ADA);
      const both = [session.signOut(), session.signOut()];
      signOutPost().flush({ bye: 1 });
      for (const answer of await Promise.all(both)) expect(answer.body).toEqual({ bye: 1 });
    });

    it('tells of nothing where nobody was signed in', async () => {
      const { session, signOutPost, events } = setUp();
      const signedOut = session.signOut();
      signOutPost().flush(null);
      await signedOut;
      expect(events).toEqual([]);
    });
  });

  describe('S7: resolve', () => {
    beforeEach(() => {
      jasmine
        .clock()
        .install()
        .mockDate(new Date(2030, 0, 1));
    });
    afterEach(() => {
      jasmine.clock().uninstall();
    });

    const rows: readonly { cache: boolean | number | string; after: number; fetches: boolean }[] = [
      { cache: false, after: 0, fetches: true },
      { cache: 0, after: 0, fetches: true },
      { cache: true, after: 0, fetches: false },
      { cache: true, after: 10 * 365 * 24 * 3600_000, fetches: false },
      { cache: 1000, after: 999, fetches: false },
      { cache: 1000, after: 1000, fetches: true },
      { cache: '30s', after: 29_999, fetches: false },
      { cache: '30s', after: 30_000, fetches: true },
      { cache: '5m', after: 299_999, fetches: false },
      { cache: '5m', after: 300_000, fetches: true },
      { cache: '1h', after: 3_599_999, fetches: false },
      { cache: '1h', after: 3_600_000, fetches: true },
    ];
    for (const { cache, after, fetches } of rows) {
      it(`${fetches ? 'fetches' : 'skips'} ${String(after)} ms after an answer with cache ${String(cache)}`, async () => {
        const { session, sent, get, startAs } = setUp({ config: { cache } });
        await startAs(ADA);
        jasmine.clock().mockDate(new Date(+new Date(2030, 0, 1) + after));
        const resolved = session.resolve();
        if (fetches) get().flush(ADA);
        else expect(sent('GET').length).toBe(0);
        await resolved;
      });
    }

    for (const cache of [false, true, '5m']) {
      it(`fetches what was never fetched, with cache ${String(cache)}`, async () => {
        const { session, get } = setUp({ config: { cache } });
        const resolved = session.resolve();
        get().flush(ADA);
        await resolved;
        expect(session.user()).toEqual(ADA);
      });

      it(`resolves on a 401 and on a failure, with cache ${String(cache)}`, async () => {
        const { session, get } = setUp({ config: { cache } });
        const failing = session.resolve();
        failWith(get(), 500);
        await failing;
        expect(session.status()).toBe('error');
        const resolved = session.resolve();
        failWith(get(), 401);
        await resolved;
        expect(session.status()).toBe('unauthenticated');
      });
    }

    it('takes a 401 for an answer that stays fresh', async () => {
      const { session, get, sent } = setUp({ config: { cache: true } });
      const resolved = session.resolve();
      failWith(get(), 401);
      await resolved;
      await session.resolve();
      expect(sent('GET').length).toBe(0);
    });

    it('does not trust an answer from the future, which a clock set back leaves behind', async () => {
      const { session, get, startAs } = setUp({ config: { cache: '1h' } });
      await startAs(ADA);
      jasmine.clock().mockDate(new Date(2029, 11, 31));
      const resolved = session.resolve();
      get().flush(ADA);
      await resolved;
    });

    it('remembers when the server last answered', async () => {
      const { session, startAs } = setUp();
      expect(session.updatedAt()).toBeNull();
      await startAs(ADA);
      expect(session.updatedAt()).toEqual(new Date(2030, 0, 1));
    });
  });

  it('makes no reader out of the effect that calls it', async () => {
    const { session, get, signOutPost, startAs } = setUp();
    await startAs(ADA);
    const runs = { resolve: 0, signOut: 0 };
    TestBed.runInInjectionContext(() =>
      effect(() => {
        runs.resolve++;
        void session.resolve();
      }),
    );
    TestBed.tick();
    get().flush({ ...ADA, name: 'Ada L.' });
    await settle();
    TestBed.runInInjectionContext(() =>
      effect(() => {
        runs.signOut++;
        void session.signOut();
      }),
    );
    TestBed.tick();
    signOutPost().flush(null);
    await settle();
    await startAs(ADA);
    TestBed.tick();
    expect(runs).toEqual({ resolve: 1, signOut: 1 });
  });

  it('isRefreshing is true while the user is being fetched', async () => {
    const { session, get } = setUp();
    expect(session.isRefreshing()).toBeFalse();
    const updated = session.update();
    expect(session.isRefreshing()).toBeTrue();
    get().flush(ADA);
    await updated;
    expect(session.isRefreshing()).toBeFalse();
  });
});
