import { HttpClient, HttpContext } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import fc from 'fast-check';
import {
  SKIP_TOKEN,
  type SessionError,
  type TokenOptions,
  TokenSession,
  tokenInterceptor,
  unauthorizedInterceptor,
  withTokens,
} from 'ng-session';
import { firstValueFrom } from 'rxjs';
import { ADA, UMA, disconnect, failWith, setUp } from '../../../../spec/set-up';
import { deferred } from '../../../../spec/deferred';
import { rest } from '../../../../spec/open-page';
import { inSeconds, tokenFor, userIn } from '../../../../spec/tokens';

@Component({ template: '' })
class Page {}

const API = 'https://api.example.com';
const KEY = 'ng-session.token';

describe('tokenInterceptor', () => {
  afterEach(() => localStorage.clear());

  const start = async (
    options: TokenOptions = {},
    token: string | null = tokenFor(ADA),
    interceptors = [unauthorizedInterceptor, tokenInterceptor],
  ) => {
    const harness = setUp({
      config: { baseUrl: API, cache: true },
      features: [withTokens({ user: userIn, ...options })],
      interceptors,
      routes: ['', 'sign-in'].map((path) => ({ path, component: Page })),
    });
    const tokens = TestBed.inject(TokenSession);
    if (token !== null) await tokens.authenticate(token);
    const http = TestBed.inject(HttpClient);
    /** Sends a request, and says how it went. */
    const send = (url = `${API}/orders`, more: object = {}, method = 'GET') => {
      const state: { answer?: unknown; error?: unknown } = {};
      http.request(method, url, more).subscribe({
        next: (answer) => (state.answer = answer),
        error: (error: unknown) => (state.error = error),
      });
      return state;
    };
    const one = (url = `${API}/orders`) => harness.server.expectOne(url);
    const bearer = (url?: string) => one(url).request.headers.get('Authorization');
    const told = () => harness.events.map(({ type }) => type);
    return { ...harness, tokens, token, http, send, one, bearer, told };
  };

  describe('sends the token', () => {
    it('to all own origins, within the call', async () => {
      const { send, bearer, token } = await start();
      for (const url of ['/api/orders', `${API}/orders`, `${API.toUpperCase()}:443/orders`]) {
        send(url);
        expect(bearer(url))
          .withContext(url)
          .toBe(`Bearer ${String(token)}`);
      }
    });

    it('to allowed origins only, exactly, where they are given', async () => {
      const { send, bearer } = await start({ allowedOrigins: ['https://files.example.com:8443/'] });
      send('https://files.example.com:8443/a');
      expect(bearer('https://files.example.com:8443/a')).not.toBeNull();
      for (const url of ['/api/orders', `${API}/orders`, 'https://files.example.com/a']) {
        send(url);
        expect(bearer(url)).withContext(url).toBeNull();
      }
    });

    it('to no other origin, whatever it looks like', async () => {
      const { send, bearer } = await start();
      for (const url of [
        'http://api.example.com/',
        'https://api.example.com:8443/',
        'https://sub.api.example.com/',
        'https://api.example.com.evil.example/',
        'https://api.example.com./',
        'https://api.example.com@evil.example/',
        'https://user@api.example.com/',
        '//evil.example/api',
        '/\\evil.example',
        'https:\\\\api.example.com\\x',
        'https://api.exam\tple.com/',
        'https://api.ex\u0430mple.com/',
        'blob:https://api.example.com/1234',
        'data:text/plain,https://api.example.com',
        'wss://api.example.com/',
        'http://[',
      ]) {
        send(url);
        expect(bearer(url)).withContext(url).toBeNull();
      }
    });

    it('to no other origin, for any URL', async () => {
      const { send, server } = await start({ allowedOrigins: [API] });
      fc.assert(
        fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (url) => {
          send(url);
          const [{ request } = expectedOne(url)] = server.match(() => true);
          const isOurs = /^https:\/\/api\.example\.com([/?#]|$)/.test(url);
          return request.headers.has('Authorization') === isOurs;
        }),
      );
    });

    it('to no disallowed route, whatever its query, by URL or by a pattern', async () => {
      const { send, bearer } = await start({
        disallowedRoutes: [`${API}/public`, '/assets/i18n.json', /\.html$/g],
      });
      for (const url of [
        `${API}/public?a=b`,
        '/assets/i18n.json',
        '/a.html',
        '/b.html',
        '/c.html',
      ]) {
        send(url);
        expect(bearer(url)).withContext(url).toBeNull();
      }
      for (const url of [`${API}/public/more`, 'https://api.example.com/assets/i18n.json']) {
        send(url);
        expect(bearer(url)).withContext(url).not.toBeNull();
      }
    });

    it('not where the caller has a header, or wants none', async () => {
      const { send, bearer } = await start();
      send(undefined, { headers: { authorization: 'Basic mine' } });
      expect(bearer()).toBe('Basic mine');
      send(undefined, { context: new HttpContext().set(SKIP_TOKEN, true) });
      expect(bearer()).toBeNull();
    });

    it('in the header and by the scheme of the options', async () => {
      const { send, one, token } = await start({ headerName: 'X-Auth', scheme: 'JWT' });
      send();
      expect(one().request.headers.get('X-Auth')).toBe(`JWT ${String(token)}`);
    });

    for (const [headerName, isRefused] of [
      ['Authorization', false],
      ['authorization', false],
      ['X-Auth', true],
    ] as const) {
      it(`in ${headerName} so that no redirect takes it to another origin`, async () => {
        const { send, one, session } = await start({ headerName });
        send();
        expect(one().request.redirect === 'error').toBe(isRefused);
        void session.reload();
        expect(one(`${API}/api/session`).request.redirect === 'error').toBe(isRefused);
      });
    }

    it('with the redirects of the caller, where they do no harm', async () => {
      const { send, one, session } = await start();
      send(undefined, { redirect: 'manual' });
      expect(one().request.redirect).toBe('manual');
      void session.reload(undefined, { redirect: 'manual' });
      expect(one(`${API}/api/session`).request.redirect).toBe('manual');
    });

    it('with a redirect of a request that does not carry it', async () => {
      const { send, one, session } = await start({ headerName: 'X-Auth' });
      send(undefined, { context: new HttpContext().set(SKIP_TOKEN, true) });
      expect(one().request.redirect).toBeUndefined();
      void session.signIn({});
      expect(one(`${API}/api/users/sign-in`).request.redirect).toBeUndefined();
    });

    it('not where there is none, or fails then if that is wanted', async () => {
      const first = await start({}, null);
      first.send();
      expect(first.bearer()).toBeNull();
      TestBed.resetTestingModule();
      const second = await start({ throwNoTokenError: true }, null);
      const state = second.send();
      expect((state.error as SessionError).code).toBe('no-token');
      second.server.expectNone(() => true);
      // The session's own requests are not concerned.
      void second.session.signIn({});
      second.one(`${API}/api/users/sign-in`);
    });

    it('that `tokenGetter` gives for the request, at once, later, or not at all', async () => {
      const { send, one } = await start({
        tokenGetter: (request) => {
          expect(inject(Router)).toBeDefined();
          if (!request) return null;
          if (request.url.endsWith('.html')) return undefined;
          return request.url.includes('later') ? Promise.resolve('later') : 'at-once';
        },
      });
      const sent = (url: string) => one(url).request.headers.get('Authorization');
      send('/a.html');
      expect(sent('/a.html')).toBeNull();
      send('/a');
      expect(sent('/a')).toBe('Bearer at-once');
      send('/later');
      await rest();
      expect(sent('/later')).toBe('Bearer later');
    });

    it('not from an app that keeps its session by a cookie, which is told so', async () => {
      const { server } = setUp({ interceptors: [tokenInterceptor] });
      const errors: SessionError[] = [];
      TestBed.inject(HttpClient)
        .get('/a')
        .subscribe({ error: (error: SessionError) => errors.push(error) });
      expect(errors.map(({ code }) => code)).toEqual(['invalid-config']);
      server.expectNone('/a');
    });
  });

  describe('on a 401', () => {
    /** An app that can refresh, and whose refresh is answered by the spec. */
    const startRefreshing = async (options: TokenOptions = {}) => {
      const asked: {
        token: string | null;
        answer: (token: string | null) => void;
        fail: (error: unknown) => void;
      }[] = [];
      const harness = await start({
        refresh: (token) =>
          new Promise((answer, fail) => {
            asked.push({ token, answer, fail });
          }),
        ...options,
      });
      return { ...harness, asked };
    };

    it('refreshes once for fifty at once, and sends each once more', async () => {
      const { send, server, asked, session, token, told } = await startRefreshing();
      const states = Array.from({ length: 50 }, (_, n) => send(`${API}/orders/${n}`));
      for (const request of server.match(() => true)) failWith(request, 401);
      await rest();
      expect(asked.length).toBe(1);
      expect(asked[0]!.token).toBe(token);
      const next = tokenFor(ADA, { jti: 'next' });
      asked[0]!.answer(next);
      await rest();
      const again = server.match(() => true);
      expect(again.length).toBe(50);
      for (const request of again) {
        expect(request.request.headers.get('Authorization')).toBe(`Bearer ${next}`);
        request.flush('ok');
      }
      expect(states.every(({ answer }) => answer === 'ok')).toBeTrue();
      expect(session.user()).toEqual(ADA);
      expect(told()).toEqual(['signedIn', 'tokenRefreshed']);
    });

    it('tries once more, and no third time', async () => {
      const { send, one, asked, session } = await startRefreshing();
      const state = send();
      failWith(one(), 401);
      await rest();
      asked[0]!.answer(tokenFor(ADA, { jti: 'next' }));
      await rest();
      failWith(one(), 401);
      await rest();
      expect((state.error as { status: number }).status).toBe(401);
      expect(asked.length).toBe(1);
      expect(session.user()).toBeNull();
    });

    it('of an old token starts no refresh, and goes on with the new one', async () => {
      const { send, one, asked, session } = await startRefreshing({ storage: 'local' });
      const state = send();
      const late = one();
      const next = tokenFor(ADA, { jti: 'next' });
      localStorage.setItem(KEY, next);
      failWith(late, 401);
      await rest();
      const again = one();
      expect(again.request.headers.get('Authorization')).toBe(`Bearer ${next}`);
      again.flush('ok');
      expect(state.answer).toBe('ok');
      expect(asked.length).toBe(0);
      expect(session.user()).toEqual(ADA);
    });

    it('after a sign-out starts no refresh, and brings nobody back', async () => {
      const { send, one, tokens, asked, session, server } = await startRefreshing();
      const state = send();
      const late = one();
      await tokens.unauthenticate();
      failWith(late, 401);
      await rest();
      expect((state.error as { status: number }).status).toBe(401);
      expect(asked.length).toBe(0);
      expect(session.user()).toBeNull();
      server.expectNone(() => true);
    });

    for (const [what, refuse] of Object.entries({
      'says that the session is over': (ask: { answer: (token: null) => void }) => ask.answer(null),
      'is refused': (ask: { fail: (error: unknown) => void }) => ask.fail(new Error('refused')),
    })) {
      it(`ends the session, once, where the refresh ${what}`, async () => {
        const { send, server, asked, session, tokens, told } = await startRefreshing();
        const states = [send(`${API}/a`), send(`${API}/b`)];
        for (const request of server.match(() => true)) failWith(request, 401);
        await rest();
        refuse(asked[0]!);
        await rest();
        expect(states.map(({ error }) => (error as { status: number }).status)).toEqual([401, 401]);
        expect(session.user()).toBeNull();
        expect(tokens.token()).toBeNull();
        expect(told()).toEqual(['signedIn', 'unauthorized']);
        expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2F');
      });
    }

    it('ends the session too where the token is over, and its refresh is refused', async () => {
      const { send, server, session, asked } = await startRefreshing();
      const later = Date.now() + 400_000;
      spyOn(Date, 'now').and.returnValue(later);
      const state = send();
      await rest();
      server.expectNone(() => true);
      asked[0]!.answer(null);
      await rest();
      expect((state.error as { status: number }).status).toBe(401);
      expect(session.user()).toBeNull();
      expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2F');
    });

    for (const [who, milliseconds, begin, isSent] of [
      ['the page', 400_000, () => document.dispatchEvent(new Event('visibilitychange')), false],
      ['the request, ahead of the end,', 270_000, () => undefined, true],
      [
        'the page, ahead of the end,',
        270_000,
        () => window.dispatchEvent(new Event('online')),
        true,
      ],
    ] as const) {
      it(`leads to the sign-in page where ${who} has begun the refresh that is refused`, async () => {
        const { send, one, asked, server, session } = await startRefreshing();
        const later = Date.now() + milliseconds;
        spyOn(Date, 'now').and.returnValue(later);
        begin();
        await rest();
        const state = send();
        await rest();
        if (isSent) failWith(one(), 401);
        await rest();
        server.expectNone(() => true);
        expect(asked.length).toBe(1);
        asked[0]!.answer(null);
        await rest();
        expect((state.error as { status: number }).status).toBe(401);
        expect(session.user()).toBeNull();
        expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2F');
      });
    }

    for (const [what, interceptors] of Object.entries({
      alone: [tokenInterceptor],
      'before unauthorizedInterceptor': [tokenInterceptor, unauthorizedInterceptor],
      'after unauthorizedInterceptor': [unauthorizedInterceptor, tokenInterceptor],
    })) {
      it(`ends the session only where no refresh helps, ${what}`, async () => {
        let next: string | null = tokenFor(ADA, { jti: 'next' });
        const { send, one, session, tokens } = await start(
          { refresh: async () => next },
          tokenFor(ADA),
          interceptors,
        );
        const state = send();
        failWith(one(), 401);
        await rest();
        one().flush('ok');
        expect(state.answer).toBe('ok');
        expect(session.user()).toEqual(ADA);
        next = null;
        const last = send();
        failWith(one(), 401);
        await rest();
        expect((last.error as { status: number }).status).toBe(401);
        expect(session.user()).toBeNull();
        expect(tokens.token()).toBeNull();
      });
    }

    it('leads to the sign-in page after a second 401, by an interceptor further in too', async () => {
      const { send, one, session } = await start(
        { refresh: async () => tokenFor(ADA, { jti: 'next' }) },
        tokenFor(ADA),
        [tokenInterceptor, unauthorizedInterceptor],
      );
      send();
      failWith(one(), 401);
      await rest();
      expect(session.user()).toEqual(ADA);
      failWith(one(), 401);
      await rest();
      expect(session.user()).toBeNull();
      expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2F');
    });

    it('keeps the session where the refresh finds no network', async () => {
      const { send, one, asked, session, tokens, token } = await startRefreshing();
      const state = send();
      failWith(one(), 401);
      await rest();
      asked[0]!.fail(new TypeError('Failed to fetch'));
      await rest();
      expect(state.error).toBeInstanceOf(TypeError);
      expect(session.user()).toEqual(ADA);
      expect(tokens.token()).toBe(token);
    });

    it('ends the session where nothing can be refreshed', async () => {
      const { send, one, session, tokens } = await start();
      send();
      failWith(one(), 401);
      await rest();
      expect(session.user()).toBeNull();
      expect(tokens.token()).toBeNull();
    });

    it('does nothing for a third party, nor on any other failure', async () => {
      const { send, one, asked, session } = await startRefreshing();
      send('https://evil.example/a');
      failWith(one('https://evil.example/a'), 401);
      send();
      failWith(one(), 403);
      send();
      disconnect(one());
      await rest();
      expect(asked.length).toBe(0);
      expect(session.user()).toEqual(ADA);
    });

    it("refreshes for the session's own requests too", async () => {
      const { session, server, tokens } = await start(
        { user: undefined, refresh: async () => tokenFor(ADA, { jti: 'next' }) },
        null,
      );
      const signedIn = tokens.authenticate(tokenFor(ADA));
      await rest();
      failWith(server.expectOne(`${API}/api/session`), 401);
      await rest();
      server.expectOne(`${API}/api/session`).flush(ADA);
      await signedIn;
      expect(session.user()).toEqual(ADA);
      expect(tokens.claims()?.jti).toBe('next');
    });
  });

  describe('of one person', () => {
    /** An app whose next refresh is answered by the spec. */
    let answer: (token: string | null) => void;
    const startShared = (token?: string | null, options: TokenOptions = {}) =>
      start(
        {
          storage: 'local',
          refresh: () => new Promise((resolve) => (answer = resolve)),
          ...options,
        },
        token,
      );
    const statusOf = ({ error }: { error?: unknown }) => (error as { status?: number }).status;

    it('is never sent again with the token of who signs in next', async () => {
      const { send, one, tokens, server, session } = await startShared();
      const state = send();
      const late = one();
      await tokens.authenticate(tokenFor(UMA));
      failWith(late, 401);
      await rest();
      server.expectNone(() => true);
      expect(statusOf(state)).toBe(401);
      expect(session.user()).toEqual(UMA);
    });

    it('is never sent again with the token of who has signed in in another tab', async () => {
      const { send, one, server, session } = await startShared();
      const state = send();
      const theirs = tokenFor(UMA);
      localStorage.setItem(KEY, theirs);
      failWith(one(), 401);
      await rest();
      server.expectNone(() => true);
      expect(statusOf(state)).toBe(401);
      expect(session.user()).toEqual(UMA);
      expect(localStorage.getItem(KEY)).toBe(theirs);
    });

    it('is not sent at all where another tab has brought somebody else', async () => {
      const { send, server, session } = await startShared();
      localStorage.setItem(KEY, tokenFor(UMA));
      const state = send();
      await rest();
      server.expectNone(() => true);
      expect(statusOf(state)).toBe(401);
      expect(session.user()).toEqual(UMA);
    });

    it('is sent without a token where another tab has signed out, as for anybody', async () => {
      const { send, bearer, session } = await startShared();
      localStorage.removeItem(KEY);
      send('/i18n/en.json');
      expect(bearer('/i18n/en.json')).toBeNull();
      await rest();
      expect(session.user()).toBeNull();
    });

    for (const [method, isSent] of [
      ['GET', true],
      ['HEAD', true],
      ['OPTIONS', true],
      ['POST', false],
      ['PUT', false],
      ['PATCH', false],
      ['DELETE', false],
    ] as const) {
      it(`is${isSent ? '' : ' not'} sent then where it is a ${method}`, async () => {
        const { send, server, session } = await startShared();
        localStorage.removeItem(KEY);
        const state = send(undefined, {}, method);
        const sent = server.match(() => true);
        expect(sent.length).toBe(isSent ? 1 : 0);
        expect(state.error === undefined).toBe(isSent);
        if (!isSent) expect(statusOf(state)).toBe(401);
        await rest();
        expect(session.user()).toBeNull();
        // Nobody is shown any more, so it is for nobody.
        send(undefined, {}, method);
        expect(server.match(() => true).length).toBe(1);
      });
    }

    it('is not sent while it waits for a refresh, where another tab signs out', async () => {
      localStorage.setItem(KEY, tokenFor(ADA, { exp: inSeconds(-1) }));
      const { send, server } = await startShared(null);
      const state = send(undefined, {}, 'POST');
      await rest();
      localStorage.removeItem(KEY);
      answer(null);
      await rest();
      server.expectNone(() => true);
      expect(statusOf(state)).toBe(401);
    });

    for (const [what, next] of [
      ['nobody', null],
      ['somebody else', tokenFor(UMA)],
    ] as const) {
      it(`is not sent for ${what} while who has signed out there is shown`, async () => {
        const { send, server, session, tokens } = await startShared();
        // The update, which shows that nobody is here, comes after it.
        const reloaded = session.reload().catch(() => undefined);
        await rest();
        localStorage.removeItem(KEY);
        window.dispatchEvent(new Event('online'));
        await rest();
        expect(tokens.token()).toBeNull();
        expect(session.user()).toEqual(ADA);
        if (next) localStorage.setItem(KEY, next);
        const state = send(undefined, {}, 'POST');
        server.expectNone(() => true);
        expect(statusOf(state)).toBe(401);
        answer(null);
        await reloaded;
      });
    }

    it('is sent for nobody where who has signed out there was never shown', async () => {
      localStorage.setItem(KEY, tokenFor(ADA));
      const { send, bearer, tokens } = await startShared(null, { user: undefined });
      expect(tokens.token()).not.toBeNull();
      localStorage.removeItem(KEY);
      window.dispatchEvent(new Event('online'));
      await rest();
      send(undefined, {}, 'POST');
      expect(bearer()).toBeNull();
    });

    it('is sent all the same with the token that `tokenGetter` has for it', async () => {
      const { send, bearer } = await startShared(undefined, {
        tokenGetter: (request) => (request ? 'maps' : null),
      });
      localStorage.removeItem(KEY);
      send(undefined, {}, 'POST');
      expect(bearer()).toBe('Bearer maps');
    });

    it('is not sent where the person changes while it waits for a refresh', async () => {
      localStorage.setItem(KEY, tokenFor(ADA, { exp: inSeconds(-1) }));
      const { send, server, tokens, session } = await startShared(null);
      const state = send();
      await rest();
      const signedIn = tokens.authenticate(tokenFor(UMA));
      answer(tokenFor(ADA, { jti: 'late' }));
      await signedIn;
      await rest();
      server.expectNone(() => true);
      expect(statusOf(state)).toBe(401);
      expect(session.user()).toEqual(UMA);
    });

    it('is bound to who is found in a storage that takes its time', async () => {
      const { promise: opened, resolve: open } = deferred();
      let stored: string | null = tokenFor(ADA, { exp: inSeconds(-1) });
      const { send, server, tokens } = await startShared(null, {
        storage: {
          get: () => opened.then(() => stored),
          set: (token) => {
            stored = token;
          },
          remove: () => {
            stored = null;
          },
        },
      });
      const state = send();
      open();
      await rest();
      const signedIn = tokens.authenticate(tokenFor(UMA));
      answer(null);
      await signedIn;
      await rest();
      server.expectNone(() => true);
      expect(statusOf(state)).toBe(401);
    });

    it('is not sent where the person changes while `tokenGetter` thinks', async () => {
      let give: (token: string) => void = () => undefined;
      const { send, server, tokens, session } = await start({
        tokenGetter: (request) =>
          request ? new Promise<string>((resolve) => (give = resolve)) : null,
      });
      const state = send();
      await tokens.authenticate(tokenFor(UMA));
      give(tokenFor(UMA));
      await rest();
      server.expectNone(() => true);
      expect(statusOf(state)).toBe(401);
      expect(session.user()).toEqual(UMA);
    });

    it('does not keep the page from asking who is here now', async () => {
      const { session, server, tokens } = await startShared(null, { user: undefined });
      const signedIn = tokens.authenticate(tokenFor(ADA));
      await rest();
      server.expectOne(`${API}/api/session`).flush(ADA);
      await signedIn;
      const updated = session.update();
      const first = server.expectOne(`${API}/api/session`);
      const theirs = tokenFor(UMA);
      localStorage.setItem(KEY, theirs);
      failWith(first, 401);
      await rest();
      const again = server.expectOne(`${API}/api/session`);
      expect(again.request.headers.get('Authorization')).toBe(`Bearer ${theirs}`);
      again.flush(UMA);
      await updated;
      expect(session.user()).toEqual(UMA);
      expect(localStorage.getItem(KEY)).toBe(theirs);
    });
  });

  describe('A 401 to a request that did not carry the token of the session', () => {
    for (const [what, interceptors] of Object.entries({
      'before tokenInterceptor': [unauthorizedInterceptor, tokenInterceptor],
      'after tokenInterceptor': [tokenInterceptor, unauthorizedInterceptor],
    })) {
      describe(`ends no session, with unauthorizedInterceptor ${what},`, () => {
        const begin = (options: TokenOptions = {}) => start(options, tokenFor(ADA), interceptors);
        type Begun = Awaited<ReturnType<typeof begin>>;
        const expectKept = ({ session, tokens }: Begun) => {
          expect(session.user()).toEqual(ADA);
          expect(tokens.token()).not.toBeNull();
          expect(TestBed.inject(Router).url).not.toContain('sign-in');
        };

        it('as it was to have none', async () => {
          const begun = await begin();
          begun.send(undefined, { context: new HttpContext().set(SKIP_TOKEN, true) });
          failWith(begun.one(), 401);
          await rest();
          expectKept(begun);
        });

        it("as it had the caller's own header", async () => {
          const begun = await begin();
          begun.send(undefined, { headers: { Authorization: 'Basic mine' } });
          failWith(begun.one(), 401);
          await rest();
          expectKept(begun);
        });

        it('as it went to a disallowed route', async () => {
          const url = `${API}/public`;
          const begun = await begin({ disallowedRoutes: [url] });
          begun.send(url);
          failWith(begun.one(url), 401);
          await rest();
          expectKept(begun);
        });

        it('as it carried the token that `tokenGetter` has for it', async () => {
          const begun = await begin({ tokenGetter: () => 'a token for maps' });
          begun.send();
          failWith(begun.one(), 401);
          await rest();
          expectKept(begun);
        });

        it('though another request with the same context carried it', async () => {
          const url = `${API}/public`;
          const begun = await begin({ disallowedRoutes: [url] });
          const context = new HttpContext();
          begun.send(url, { context });
          begun.send(undefined, { context });
          failWith(begun.one(url), 401);
          await rest();
          begun.one().flush('ok');
          expectKept(begun);
        });

        it('as it is the refresh itself, which may be tried again', async () => {
          const begun = await begin({
            refresh: () => {
              const http = inject(HttpClient);
              return new Promise((_, reject) => {
                http.post(`${API}/refresh`, null).subscribe({
                  // As an app may take it, which knows its server.
                  error: () => reject(new TypeError('not now')),
                });
              });
            },
          });
          begun.send();
          failWith(begun.one(), 401);
          await rest();
          failWith(begun.server.expectOne(`${API}/refresh`), 401);
          await rest();
          expectKept(begun);
        });

        it('though it does where the request carried it', async () => {
          const begun = await begin();
          begun.send();
          failWith(begun.one(), 401);
          await rest();
          expect(begun.session.user()).toBeNull();
          expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2F');
        });
      });
    }
  });

  it('drops the answer to a refresh that a sign-out has overtaken', async () => {
    let answer: (token: string) => void = () => undefined;
    const { send, one, tokens, session, told } = await start({
      storage: 'local',
      refresh: () => new Promise((resolve) => (answer = resolve)),
    });
    send();
    failWith(one(), 401);
    await rest();
    await tokens.unauthenticate();
    answer(tokenFor(ADA, { jti: 'late' }));
    await rest();
    expect(tokens.token()).toBeNull();
    expect(localStorage.length).toBe(0);
    expect(session.user()).toBeNull();
    expect(told()).toEqual(['signedIn', 'signedOut']);
  });

  it('drops the answer to a refresh of somebody who is no longer here', async () => {
    let answer: (token: string) => void = () => undefined;
    const { send, one, tokens, session } = await start({
      refresh: () => new Promise((resolve) => (answer = resolve)),
    });
    send();
    failWith(one(), 401);
    await rest();
    await tokens.authenticate(tokenFor(UMA));
    answer(tokenFor(ADA, { jti: 'late' }));
    await rest();
    expect(session.user()).toEqual(UMA);
    expect(tokens.claims()?.sub).toBe('2');
  });

  it('lets a refresh send its request by HttpClient, which waits for nothing', async () => {
    const { send, one, server } = await start({
      refresh: async () => {
        const http = inject(HttpClient);
        return new Promise<string>((resolve) => {
          http.post(`${API}/refresh`, null, { responseType: 'text' }).subscribe(resolve);
        });
      },
    });
    const state = send();
    failWith(one(), 401);
    await rest();
    const refresh = server.expectOne(`${API}/refresh`);
    expect(refresh.request.headers.has('Authorization')).toBeFalse();
    refresh.flush(tokenFor(ADA, { jti: 'next' }));
    await rest();
    one().flush('ok');
    expect(state.answer).toBe('ok');
  });

  describe('where the page asks `refresh` who is here, and does not know yet', () => {
    const startUnknown = async (options: TokenOptions = {}) => {
      const { promise: answer, resolve: give } = deferred<string | null>();
      const begun = await start(
        {
          refresh: () => {
            TestBed.inject(HttpClient).post(`${API}/refresh`, null).subscribe();
            return answer;
          },
          ...options,
        },
        null,
      );
      const updated = begun.session.update().catch(() => undefined);
      await rest();
      // It waits for nothing itself.
      begun.one(`${API}/refresh`);
      begun.send();
      await rest();
      begun.server.expectNone(() => true);
      return { ...begun, updated, give };
    };

    it('waits for the token', async () => {
      const { give, bearer, updated } = await startUnknown();
      const token = tokenFor(ADA);
      give(token);
      await updated;
      await rest();
      expect(bearer()).toBe(`Bearer ${token}`);
    });

    it('waits for the token that `tokenGetter` has by then, but not for one that it has already', async () => {
      const { give, send, bearer, updated } = await startUnknown({
        tokenGetter: (request) =>
          request?.url === '/maps' ? 'maps' : inject(TokenSession).token(),
      });
      send('/maps');
      expect(bearer('/maps')).toBe('Bearer maps');
      const token = tokenFor(ADA);
      give(token);
      await updated;
      await rest();
      expect(bearer()).toBe(`Bearer ${token}`);
    });

    it('waits for the word that nobody is here, and for nothing after it', async () => {
      const { give, bearer, updated, send, session } = await startUnknown();
      give(null);
      await updated;
      await rest();
      expect(bearer()).toBeNull();
      void session.update().catch(() => undefined);
      send(`${API}/more`);
      expect(bearer(`${API}/more`)).toBeNull();
    });
  });

  it('sends what has a token of another API, though that of the session is over', async () => {
    let asked = 0;
    const { send, bearer, server, session } = await start({
      refresh: () => (asked++, Promise.reject(new TypeError('Failed to fetch'))),
      tokenGetter: (request) => (request?.url === '/maps' ? 'maps' : inject(TokenSession).token()),
    });
    const later = Date.now() + 400_000;
    spyOn(Date, 'now').and.returnValue(later);
    send('/maps');
    expect(bearer('/maps')).toBe('Bearer maps');
    expect(asked).toBe(0);
    const state = send();
    await rest();
    expect(asked).toBe(1);
    server.expectNone(() => true);
    expect(state.error).toBeInstanceOf(TypeError);
    expect(session.user()).toEqual(ADA);
  });

  it('asks `tokenGetter` once where its token is good, and again after a refresh', async () => {
    const seen: (string | null)[] = [];
    const next = tokenFor(ADA, { jti: 'next' });
    const { send, bearer } = await start({
      refresh: async () => next,
      tokenGetter: (request) => {
        const token = request && inject(TokenSession).token();
        if (request) seen.push(token);
        return token;
      },
    });
    send();
    bearer();
    expect(seen.length).toBe(1);
    const later = Date.now() + 400_000;
    spyOn(Date, 'now').and.returnValue(later);
    send();
    await rest();
    expect(bearer()).toBe(`Bearer ${next}`);
    expect(seen.length).toBe(3);
  });

  it('lets `tokenGetter` ask by HttpClient, and does not ask it for that', async () => {
    const seen: (string | null)[] = [];
    const { send, one, bearer } = await start({
      tokenGetter: (request) => {
        seen.push(request?.url ?? null);
        // A loop would never come to its end.
        if (!request || seen.length > 9) return null;
        return firstValueFrom(inject(HttpClient).get<string>(`${API}/maps-token`));
      },
    });
    send();
    const asked = one(`${API}/maps-token`);
    expect(asked.request.headers.has('Authorization')).toBeFalse();
    asked.flush('maps');
    await rest();
    expect(bearer()).toBe('Bearer maps');
    expect(seen).toEqual([null, `${API}/orders`]);
  });

  it('lets it do so too when the page is loaded', async () => {
    const seen: (string | null)[] = [];
    const { one, session } = await start(
      {
        tokenGetter: (request) => {
          seen.push(request?.url ?? null);
          return request ? null : firstValueFrom(inject(HttpClient).get<string>(`${API}/mine`));
        },
      },
      null,
    );
    await rest();
    one(`${API}/mine`).flush(tokenFor(ADA));
    await rest();
    await session.update();
    expect(session.user()).toEqual(ADA);
    expect(seen).toEqual([null]);
  });

  it('refreshes a token that is due in the background, and waits for one that is over', async () => {
    const asked: ((token: string) => void)[] = [];
    const { send, one, tokens, bearer } = await start(
      { refresh: () => new Promise((resolve) => asked.push(resolve)), refreshAhead: 0 },
      tokenFor(ADA, { exp: inSeconds(300) }),
    );
    const old = tokens.token();
    send();
    expect(bearer()).toBe(`Bearer ${String(old)}`);
    expect(asked.length).toBe(0);
    // Another tab, or a bug, has left one that is over.
    const over = tokens.authenticate(tokenFor(ADA, { exp: inSeconds(-1) }));
    await rest();
    expect(asked.length).toBe(1);
    send();
    send(`${API}/more`);
    await rest();
    const next = tokenFor(ADA, { jti: 'next' });
    asked[0]!(next);
    await over;
    await rest();
    expect(one().request.headers.get('Authorization')).toBe(`Bearer ${next}`);
    expect(bearer(`${API}/more`)).toBe(`Bearer ${next}`);
    expect(asked.length).toBe(1);
  });
});

function expectedOne(url: string): never {
  throw new Error(`No request was sent to ${url}.`);
}
