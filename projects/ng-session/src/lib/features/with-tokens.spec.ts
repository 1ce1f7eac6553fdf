import { HttpClient, type HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { SessionError, type TokenOptions, TokenSession, authGuard, withTokens } from 'ng-session';
import { deferred } from '../../../spec/deferred';
import {
  ADA,
  UMA,
  failWith,
  rejectedStatus,
  rejectionOf,
  setUp,
  settle,
} from '../../../spec/set-up';
import { inSeconds, tokenFor, tokenOf, userIn } from '../../../spec/tokens';

const KEY = 'ng-session.token';

@Component({ template: '' })
class Page {}

describe('withTokens', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  const start = (options?: TokenOptions) => {
    const harness = setUp({
      features: [withTokens(options)],
      routes: [
        { path: 'sign-in', component: Page },
        { path: 'account', component: Page, canActivate: [authGuard] },
      ],
    });
    const told = () => harness.events.map(({ type }) => type);
    return {
      ...harness,
      tokens: TestBed.inject(TokenSession),
      router: TestBed.inject(Router),
      told,
    };
  };

  describe('on a page load', () => {
    for (const [storage, kept] of [
      ['local', localStorage],
      ['session', sessionStorage],
    ] as const) {
      it(`signs in before anything is rendered, from ${storage}`, () => {
        const token = tokenFor(ADA);
        kept.setItem(KEY, token);
        const { session, tokens } = start({ storage, user: userIn });
        expect(session.user()).toEqual(ADA);
        expect(session.status()).toBe('authenticated');
        expect(tokens.token()).toBe(token);
        expect(tokens.claims()?.sub).toBe('1');
        expect(tokens.isExpired()).toBeFalse();
        expect(+(tokens.expiresAt() ?? 0)).toBe((tokens.claims()?.exp ?? 0) * 1000);
      });
    }

    it('lets the first guard wait for the user of `updateUrl`, asked with the token', async () => {
      const token = tokenFor(ADA);
      localStorage.setItem(KEY, token);
      const { get, router } = start({ storage: 'local' });
      const arrived = router.navigateByUrl('/account');
      const request = get();
      expect(request.request.headers.get('Authorization')).toBe(`Bearer ${token}`);
      expect(request.request.withCredentials).toBeFalse();
      request.flush(ADA);
      await arrived;
      expect(router.url).toBe('/account');
    });

    it('has nobody, without a request, where no token is', async () => {
      const { session, router } = start({ storage: 'local' });
      await router.navigateByUrl('/account');
      expect(router.url).toBe('/sign-in?returnUrl=%2Faccount');
      expect(session.status()).toBe('unauthenticated');
      expect(await rejectedStatus(session.update())).toBe(401);
    });

    it('removes a token that has ended, and says so', async () => {
      localStorage.setItem(KEY, tokenFor(ADA, { exp: inSeconds(-1) }));
      const { session, told, tokens } = start({ storage: 'local', user: userIn });
      await settle();
      expect(localStorage.getItem(KEY)).toBeNull();
      expect(tokens.isExpired()).toBeTrue();
      expect(session.user()).toBeNull();
      expect(told()).toEqual(['tokenHasExpired']);
    });

    it('takes a token without an end', () => {
      localStorage.setItem(KEY, tokenFor(ADA, { exp: undefined }));
      const { session, tokens } = start({ storage: 'local', user: userIn });
      expect(session.user()).toEqual(ADA);
      expect(tokens.expiresAt()).toBeNull();
      expect(tokens.isExpired()).toBeFalse();
    });

    for (const rubbish of ['', 'x', 'a.b.c', '[object Object]', 'undefined', 'a.bnVsbA.c']) {
      it(`removes ${JSON.stringify(rubbish)}, which is no token, and says so`, async () => {
        localStorage.setItem(KEY, rubbish);
        const { session, told } = start({ storage: 'local', user: userIn });
        await settle();
        expect(localStorage.getItem(KEY)).toBeNull();
        expect(session.user()).toBeNull();
        expect(told()).toEqual(['tokenIsMalformed']);
      });
    }

    it('refreshes a token that has ended before the first guard decides', async () => {
      const old = tokenFor(ADA, { exp: inSeconds(-1) });
      localStorage.setItem(KEY, old);
      const asked: (string | null)[] = [];
      const { router, session, told } = start({
        storage: 'local',
        user: userIn,
        refresh: async (token) => {
          asked.push(token);
          return tokenFor(ADA);
        },
      });
      await router.navigateByUrl('/account');
      expect(router.url).toBe('/account');
      expect(session.user()).toEqual(ADA);
      expect(asked).toEqual([old]);
      expect(told()).not.toContain('tokenHasExpired');
      expect(told()).toContain('tokenRefreshed');
    });

    for (const answer of [null, 'rubbish'] as const) {
      it(`has nobody where the answer to a refresh is ${String(answer)}`, async () => {
        localStorage.setItem(KEY, tokenFor(ADA, { exp: inSeconds(-1) }));
        const { router, session, told } = start({
          storage: 'local',
          user: userIn,
          refresh: async () => answer,
        });
        await router.navigateByUrl('/account');
        await settle();
        expect(router.url).toBe('/sign-in?returnUrl=%2Faccount');
        expect(session.status()).toBe('unauthenticated');
        expect(localStorage.getItem(KEY)).toBeNull();
        expect(told()).toEqual(['tokenHasExpired']);
      });
    }

    it('keeps a token that has ended while there is no network, and lets nobody in', async () => {
      const token = tokenFor(ADA, { exp: inSeconds(-1) });
      localStorage.setItem(KEY, token);
      const { router, session } = start({
        storage: 'local',
        user: userIn,
        refresh: () => Promise.reject(new TypeError('Failed to fetch')),
      });
      await router.navigateByUrl('/account');
      expect(router.url).not.toBe('/account');
      expect(session.status()).toBe('error');
      expect(localStorage.getItem(KEY)).toBe(token);
    });

    it('asks `tokenGetter` with null, and takes what it gives, at once or later', async () => {
      const token = tokenFor(ADA);
      const seen: unknown[] = [];
      const { session, router } = start({
        user: userIn,
        tokenGetter: async (request) => {
          seen.push(request);
          return token;
        },
      });
      await router.navigateByUrl('/account');
      expect(seen).toEqual([null]);
      expect(session.user()).toEqual(ADA);
    });

    for (const [storage, kept] of [
      ['local', localStorage],
      ['session', sessionStorage],
    ] as const) {
      it(`keeps in ${storage} what \`tokenGetter\` gives`, async () => {
        const token = tokenFor(ADA);
        const { session, tokens } = start({
          storage,
          user: userIn,
          tokenGetter: (request) => (request ? null : token),
        });
        expect(kept.getItem(KEY)).toBe(token);
        await session.update();
        expect(session.user()).toEqual(ADA);
        await tokens.unauthenticate();
        expect(kept.getItem(KEY)).toBeNull();
        expect(await rejectedStatus(session.update())).toBe(401);
      });
    }

    it('keeps what another tab has stored while `tokenGetter` was thinking', async () => {
      const { promise: given, resolve: give } = deferred<string>();
      const { session } = start({
        storage: 'local',
        user: userIn,
        tokenGetter: (request) => (request ? null : given),
      });
      const theirs = tokenFor(UMA);
      localStorage.setItem(KEY, theirs);
      give(tokenFor(ADA));
      await settle();
      await session.update();
      expect(localStorage.getItem(KEY)).toBe(theirs);
      expect(session.user()).toEqual(UMA);
    });

    it('asks `refresh` without a token where the tab has none of its own', async () => {
      const asked: (string | null)[] = [];
      const { session, router } = start({
        user: userIn,
        refresh: async (token) => {
          asked.push(token);
          return tokenFor(ADA);
        },
      });
      await router.navigateByUrl('/account');
      expect(asked).toEqual([null]);
      expect(session.user()).toEqual(ADA);
    });

    it('takes a storage of the app, which may answer later', async () => {
      let kept: string | null = tokenFor(ADA);
      const { session, router, tokens } = start({
        user: userIn,
        storage: {
          get: async () => kept,
          set: async (token) => {
            kept = token;
          },
          remove: async () => {
            kept = null;
          },
        },
      });
      await router.navigateByUrl('/account');
      expect(session.user()).toEqual(ADA);
      await tokens.authenticate(tokenFor(UMA));
      await settle();
      expect(tokens.token()).toBe(kept);
      await tokens.unauthenticate();
      await settle();
      expect(kept).toBeNull();
    });
  });

  describe('signs in', () => {
    it('with a token from elsewhere', async () => {
      const { session, tokens, told } = start({ user: userIn, storage: 'local' });
      const token = tokenFor(ADA);
      const { body } = await tokens.authenticate(token);
      expect(body).toEqual(ADA);
      expect(session.user()).toEqual(ADA);
      expect(told()).toEqual(['signedIn']);
      expect(localStorage.getItem(KEY)).toBe(token);
    });

    for (const [what, token] of Object.entries({
      'is none': 'x',
      'has ended': tokenFor(ADA, { exp: 1 }),
    })) {
      it(`not with a token that ${what}`, async () => {
        const { session, tokens } = start({ user: userIn, storage: 'local' });
        await tokens.authenticate(tokenFor(UMA));
        const error = (await rejectionOf(tokens.authenticate(token))) as SessionError;
        expect(error.code).toBe('invalid-token');
        expect(session.user()).toBeNull();
        expect(tokens.token()).toBeNull();
        expect(localStorage.getItem(KEY)).toBeNull();
      });
    }

    it('with a token that has ended, where it can be refreshed', async () => {
      const { session, tokens } = start({ user: userIn, refresh: async () => tokenFor(ADA) });
      await tokens.authenticate(tokenFor(ADA, { exp: 1 }));
      expect(session.user()).toEqual(ADA);
    });

    for (const [where, body] of [
      ['the body itself', (token: string) => token],
      ['the body itself, as a line of text', (token: string) => `${token}\n`],
      ['the body itself, as JSON', (token: string) => JSON.stringify(token)],
      [
        'a body with the prefix that keeps JSON from being run',
        (token: string) => `)]}',\n{"token":"${token}"}`,
      ],
      ['access_token', (token: string) => ({ access_token: token, token: 'x' })],
      ['token', (token: string) => ({ token })],
    ] as const) {
      it(`with the token that the server answers with: ${where}`, async () => {
        const { session, signInPost, get } = start();
        const token = tokenFor(ADA);
        const signedIn = session.signIn({ email: 'ada@example.com' });
        const post = signInPost();
        expect(post.request.headers.has('Authorization')).toBeFalse();
        // As `HttpClient` leaves it: a body that is no JSON would be an error.
        expect(post.request.responseType).toBe('text');
        post.flush(body(token));
        await settle();
        const read = get();
        expect(read.request.headers.get('Authorization')).toBe(`Bearer ${token}`);
        read.flush(ADA);
        await signedIn;
        expect(session.user()).toEqual(ADA);
      });
    }

    it('with the token that `tokenFrom` finds', async () => {
      const token = tokenFor(ADA);
      const { session, signInPost } = start({
        user: userIn,
        tokenFrom: ({ headers }) => headers.get('X-Token') ?? '',
      });
      const signedIn = session.signIn({});
      signInPost().flush(null, { headers: { 'X-Token': token } });
      await signedIn;
      expect(session.user()).toEqual(ADA);
    });

    it('not where the answer holds no token', async () => {
      const { session, signInPost } = start({ user: userIn });
      const signedIn = session.signIn({});
      signInPost().flush({ ok: true });
      expect(((await rejectionOf(signedIn)) as SessionError).code).toBe('invalid-token');
      expect(session.user()).toBeNull();
    });

    it('not with wrong data, of which the server says what is wrong', async () => {
      const { session, signInPost } = start();
      const signedIn = session.signIn({});
      failWith(signInPost(), 422, { message: 'No such user.' });
      const failure = (await rejectionOf(signedIn)) as HttpErrorResponse;
      expect(failure.error).toEqual({ message: 'No such user.' });
    });

    it('without the token of the one before, who is gone at once', async () => {
      const { session, tokens, signInPost } = start({ user: userIn, storage: 'local' });
      await tokens.authenticate(tokenFor(ADA));
      const signedIn = session.signIn({});
      expect(session.user()).toBeNull();
      expect(localStorage.getItem(KEY)).toBeNull();
      const post = signInPost();
      expect(post.request.headers.has('Authorization')).toBeFalse();
      failWith(post, 401);
      await rejectionOf(signedIn);
      expect(tokens.token()).toBeNull();
    });

    it('with cookies too, where they are asked for', async () => {
      const { session, signInPost } = start({ user: userIn, withCredentials: true });
      void session.signIn({});
      expect(signInPost().request.withCredentials).toBeTrue();
    });

    it('with the header and the scheme of the options, unless the caller has one', async () => {
      const { session, tokens, get } = start({ headerName: 'X-Auth', scheme: '' });
      const token = tokenFor(ADA);
      const signedIn = tokens.authenticate(token);
      await settle();
      const read = get();
      expect(read.request.headers.get('X-Auth')).toBe(token);
      read.flush(ADA);
      await signedIn;
      void session.update({ headers: { 'X-Auth': 'mine' } });
      expect(get().request.headers.get('X-Auth')).toBe('mine');
      void session.reload(undefined, { headers: new HttpHeaders({ 'X-Auth': 'mine' }) });
    });
  });

  describe('signs out', () => {
    it('at once, and tells the server with the token that is gone already', async () => {
      const { session, tokens, signOutPost } = start({ user: userIn, storage: 'local' });
      const token = tokenFor(ADA);
      await tokens.authenticate(token);
      const signedOut = session.signOut();
      expect(session.user()).toBeNull();
      expect(tokens.token()).toBeNull();
      expect(localStorage.getItem(KEY)).toBeNull();
      await settle();
      const post = signOutPost();
      expect(post.request.headers.get('Authorization')).toBe(`Bearer ${token}`);
      post.flush(null);
      await signedOut;
    });

    it('again with that token, where the server could not be told', async () => {
      const { session, tokens, signOutPost } = start({ user: userIn });
      const token = tokenFor(ADA);
      await tokens.authenticate(token);
      const signedOut = session.signOut();
      await settle();
      failWith(signOutPost(), 503);
      expect(await rejectedStatus(signedOut)).toBe(503);
      const updated = session.update().catch(() => undefined);
      await settle();
      const again = signOutPost();
      expect(again.request.headers.get('Authorization')).toBe(`Bearer ${token}`);
      again.flush(null);
      await updated;
      expect(session.user()).toBeNull();
    });

    it('without the server, by `unauthenticate`', async () => {
      const { session, tokens, server, told } = start({ user: userIn, storage: 'local' });
      await tokens.authenticate(tokenFor(ADA));
      session.data.put(['cart'] as never, 1 as never);
      await tokens.unauthenticate();
      expect(session.user()).toBeNull();
      expect(session.data.isEmpty()).toBeTrue();
      expect(tokens.token()).toBeNull();
      expect(localStorage.getItem(KEY)).toBeNull();
      expect(told()).toEqual(['signedIn', 'signedOut']);
      server.verify();
    });

    it('whatever another tab has stored meanwhile', async () => {
      const { session, tokens } = start({ user: userIn, storage: 'local' });
      await tokens.authenticate(tokenFor(ADA));
      localStorage.setItem(KEY, tokenFor(UMA));
      void session.signOut();
      expect(localStorage.getItem(KEY)).toBeNull();
    });
  });

  it('ends with the session that the server ends', async () => {
    const { session, tokens, get } = start({ storage: 'local' });
    const signedIn = tokens.authenticate(tokenFor(ADA));
    await settle();
    get().flush(ADA);
    await signedIn;
    const updated = session.update();
    failWith(get(), 401);
    expect(await rejectedStatus(updated)).toBe(401);
    expect(tokens.token()).toBeNull();
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('stays through an answer that says nothing of the session', async () => {
    const { session, tokens, get } = start();
    const signedIn = tokens.authenticate(tokenFor(ADA));
    await settle();
    get().flush(ADA);
    await signedIn;
    const updated = session.update();
    failWith(get(), 500);
    await rejectionOf(updated);
    expect(session.user()).toEqual(ADA);
    expect(tokens.token()).not.toBeNull();
  });

  it('has nobody where the claims are of nobody, and says what is wrong with them', async () => {
    const { session, tokens } = start({
      user: (claims) => {
        if (!claims['user']) throw new Error('no user in it');
        return null;
      },
    });
    await tokens.authenticate(tokenFor(ADA));
    expect(session.status()).toBe('unauthenticated');
    expect(tokens.token()).toBeNull();
    const error = (await rejectionOf(tokens.authenticate(tokenOf()))) as SessionError;
    expect(error.code).toBe('invalid-response');
    expect(session.user()).toBeNull();
  });

  it('reloads the user with another token, where the token says who it is', async () => {
    let name = 'Ada';
    const { session, tokens, server } = start({
      user: userIn,
      refresh: async () => tokenFor({ ...ADA, name }),
    });
    await tokens.authenticate(tokenFor(ADA));
    name = 'Ada Lovelace';
    await session.reload();
    expect(session.user('name')).toBe('Ada Lovelace');
    server.verify();
  });

  it('ends by a reload whose refresh is refused', async () => {
    const { session, tokens, told } = start({ user: userIn, refresh: async () => null });
    await tokens.authenticate(tokenFor(ADA));
    expect(await rejectedStatus(session.reload())).toBe(401);
    expect(session.user()).toBeNull();
    expect(tokens.token()).toBeNull();
    expect(told()).toEqual(['signedIn', 'unauthorized']);
  });

  it('sends what reads the user anew with the token', async () => {
    const { session, tokens, put } = start({ user: userIn });
    const token = tokenFor(ADA);
    await tokens.authenticate(token);
    void session.reload();
    expect(put().request.headers.get('Authorization')).toBe(`Bearer ${token}`);
  });

  it('asks for the user of `updateUrl` in an app that has its own interceptors too', async () => {
    const { session } = start();
    expect(TestBed.inject(HttpClient)).toBeDefined();
    expect(await rejectedStatus(session.update())).toBe(401);
  });

  for (const [what, options] of Object.entries({
    storage: { storage: 'cookie' },
    'a storage without methods': { storage: {} },
    refreshAhead: { refreshAhead: 'soon' },
    'refreshAhead without an end': { refreshAhead: Infinity },
    clockSkew: { clockSkew: -1 },
    'clockSkew without an end': { clockSkew: Infinity },
    headerName: { headerName: 'X Auth' },
    'an empty headerName': { headerName: '' },
    scheme: { scheme: 'Bearer\n' },
    allowedOrigins: { allowedOrigins: ['https://api.example.com/v1'] },
    'an origin with a star': { allowedOrigins: ['https://*.example.com'] },
    'an origin without a scheme': { allowedOrigins: ['api.example.com'] },
  })) {
    it(`refuses a wrong option: ${what}`, () => {
      expect(() => withTokens(options as TokenOptions)).toThrowMatching(
        (error) => error instanceof SessionError && error.code === 'invalid-config',
      );
    });
  }
});
