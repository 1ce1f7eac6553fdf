import { HttpClient } from '@angular/common/http';
import type { TestRequest } from '@angular/common/http/testing';
import { type TokenOptions, TokenSession, unauthorizedInterceptor, withTokens } from 'ng-session';
import { firstValueFrom } from 'rxjs';
import { deferred } from '../../../spec/deferred';
import { type Page, closePages, openPage, rest, turns, until } from '../../../spec/open-page';
import {
  ADA,
  SIGN_IN_URL,
  UMA,
  UPDATE_URL,
  failWith,
  rejectedStatus,
  rejectionOf,
} from '../../../spec/set-up';
import { tokenFor, tokenOf } from '../../../spec/tokens';

const KEY = 'ng-session.token';

describe('withTokens, when the token of somebody else comes', () => {
  afterEach(() => {
    closePages();
    localStorage.clear();
  });

  const open = (options: TokenOptions) =>
    openPage({
      features: [withTokens(options)],
      interceptors: [unauthorizedInterceptor],
      config: { cache: '5m' },
    });
  /** The next request for the user. */
  const asked = async ({ server }: Page): Promise<TestRequest> => {
    let found: TestRequest[] = [];
    await until(() => (found = server.match({ method: 'GET', url: UPDATE_URL })).length > 0);
    expect(found.length).toBe(1);
    return found[0]!;
  };
  const bearerOf = ({ request }: TestRequest) => request.headers.get('Authorization');
  const openAs = async (options: TokenOptions, token = tokenFor(ADA)) => {
    const page = await open(options);
    const tokens = page.inject(TokenSession);
    const signedIn = tokens.authenticate(token);
    (await asked(page)).flush(ADA);
    await signedIn;
    page.events.length = 0;
    return { page, tokens, session: page.session };
  };
  const told = ({ events }: Page) => events.map(({ type, source }) => [type, source]);
  const look = () => window.dispatchEvent(new Event('online'));

  describe('by a refresh', () => {
    const theirs = tokenFor(UMA);
    const refresh = async () => theirs;

    it('shows nobody at once, and then who it is', async () => {
      const { page, session, tokens } = await openAs({ refresh });
      page.put('cart', 1);
      expect(await tokens.refresh()).toBeTrue();
      expect(session.user()).toBeNull();
      expect(tokens.token()).toBe(theirs);
      const get = await asked(page);
      expect(bearerOf(get)).toBe(`Bearer ${theirs}`);
      get.flush(UMA);
      await rest();
      expect(session.user()).toEqual(UMA);
      expect(page.data.isEmpty()).toBeTrue();
      expect(told(page)).toEqual([
        ['signedOut', 'server'],
        ['tokenRefreshed', 'local'],
        ['signedIn', 'server'],
      ]);
    });

    it('comes not after a sign-in, which waits for it', async () => {
      const { promise: answer, resolve: give } = deferred<string>();
      const { page, session, tokens } = await openAs({ refresh: () => answer });
      const refreshed = tokens.refresh();
      await rest();
      const signedIn = session.signIn({});
      await rest();
      // The answer brings a refresh cookie of Ada's, after which the one of the sign-in has to come.
      page.server.expectNone(SIGN_IN_URL);
      give(tokenFor(ADA, { jti: 'late' }));
      await rest();
      page.server.expectOne(SIGN_IN_URL).flush({ token: theirs });
      (await asked(page)).flush(UMA);
      await signedIn;
      await refreshed;
      expect(session.user()).toEqual(UMA);
      expect(tokens.token()).toBe(theirs);
    });

    it('keeps no sign-in waiting while another tab has its turn, and is not asked for after it', async () => {
      const { promise: isHeld, resolve: hold } = deferred();
      const { promise: released, resolve: release } = deferred();
      void navigator.locks.request(KEY, () => (hold(), released));
      await isHeld;
      const refresh = jasmine.createSpy('refresh').and.resolveTo(tokenFor(ADA));
      const page = await open({ refresh });
      const updated = page.session.update();
      await turns();
      const signedIn = page.session.signIn({});
      page.server.expectOne(SIGN_IN_URL).flush({ token: theirs });
      await turns();
      page.server.expectOne({ method: 'GET', url: UPDATE_URL }).flush(UMA);
      await signedIn;
      expect(page.session.user()).toEqual(UMA);
      release();
      const late = await asked(page);
      expect(bearerOf(late)).toBe(`Bearer ${theirs}`);
      late.flush(UMA);
      await updated;
      expect(refresh).not.toHaveBeenCalled();
      expect(page.inject(TokenSession).token()).toBe(theirs);
    });

    it('of before, which waits for its turn, does not stand for one of the token that has come', async () => {
      const { promise: isHeld, resolve: hold } = deferred();
      const { promise: released, resolve: release } = deferred();
      void navigator.locks.request(KEY, () => (hold(), released));
      await isHeld;
      const asked: (string | null)[] = [];
      const next = tokenFor(UMA, { jti: 'next' });
      const page = await open({ refresh: async (token) => (asked.push(token), next) });
      page.session.update().catch(() => undefined);
      await turns();
      const tokens = page.inject(TokenSession);
      const signedIn = tokens.authenticate(theirs);
      await turns();
      page.server.expectOne({ method: 'GET', url: UPDATE_URL }).flush(UMA);
      await signedIn;
      const refreshed = tokens.refresh();
      release();
      expect(await refreshed).toBeTrue();
      expect(asked).toEqual([theirs]);
      expect(tokens.token()).toBe(next);
    });

    it('keeps no sign-in waiting where it fails', async () => {
      const { promise: answer, reject: fail } = deferred<string>();
      const { page, session, tokens } = await openAs({ refresh: () => answer });
      const refreshed = rejectionOf(tokens.refresh());
      await rest();
      const signedIn = session.signIn({});
      const down = new TypeError('Failed to fetch');
      fail(down);
      await rest();
      page.server.expectOne(SIGN_IN_URL).flush({ token: theirs });
      (await asked(page)).flush(UMA);
      await signedIn;
      expect(await refreshed).toBe(down);
      expect(session.user()).toEqual(UMA);
    });

    it('shows nobody of before either while the server does not say who it is', async () => {
      const { page, session, tokens } = await openAs({ refresh });
      await tokens.refresh();
      failWith(await asked(page), 503);
      await rest();
      expect(session.user()).toBeNull();
      expect(tokens.token()).toBe(theirs);
    });

    it('takes their token away too, when their session ends', async () => {
      let count = 0;
      const { page, session, tokens } = await openAs({
        refresh: async () => (count++ ? null : theirs),
      });
      await tokens.refresh();
      (await asked(page)).flush(UMA);
      await rest();
      expect(session.user()).toEqual(UMA);
      expect(await tokens.refresh()).toBeFalse();
      expect(session.user()).toBeNull();
      expect(tokens.token()).toBeNull();
    });

    it('asks anew what was asked with the token of before', async () => {
      const { page, session, tokens } = await openAs({ refresh });
      const updated = session.update();
      const old = await asked(page);
      await tokens.refresh();
      expect(old.cancelled).toBeTrue();
      (await asked(page)).flush(UMA);
      expect((await updated).body).toEqual(UMA);
      expect(session.user()).toEqual(UMA);
    });

    it('asks for whoever is here by the time the request goes', async () => {
      const { page, session } = await openAs({ refresh }, tokenFor(ADA));
      const updated = session.update();
      failWith(await asked(page), 401);
      const get = await asked(page);
      expect(bearerOf(get)).toBe(`Bearer ${theirs}`);
      get.flush(UMA);
      expect((await updated).body).toEqual(UMA);
      expect(session.user()).toEqual(UMA);
    });

    it('asks who it is where no token says so, and goes on meanwhile', async () => {
      const { page, session, tokens } = await openAs(
        { refresh: async () => tokenOf({ jti: 'next' }) },
        tokenOf(),
      );
      await tokens.refresh();
      expect(session.user()).toEqual(ADA);
      (await asked(page)).flush(UMA);
      await rest();
      expect(session.user()).toEqual(UMA);
    });

    it('asks anew once, and in no loop, where no token says so and each is refused', async () => {
      let refreshes = 0;
      const { page, session } = await openAs(
        { refresh: async () => tokenOf({ jti: String(++refreshes) }) },
        tokenOf(),
      );
      let status: number | undefined;
      void rejectedStatus(session.update()).then((rejected) => (status = rejected));
      await until(() => {
        for (const get of page.server.match({ method: 'GET', url: UPDATE_URL })) failWith(get, 401);
        return status !== undefined || refreshes > 5;
      });
      expect(status).toBe(401);
      expect(refreshes).toBe(2);
      expect(session.user()).toBeNull();
    });

    it('leaves alone what is under way, where it is the same person', async () => {
      const next = tokenFor(ADA, { jti: 'next' });
      const { page, session, tokens } = await openAs({ refresh: async () => next });
      const updated = session.update();
      const get = await asked(page);
      await tokens.refresh();
      expect(get.cancelled).toBeFalse();
      get.flush(ADA);
      await updated;
      expect(session.user()).toEqual(ADA);
    });

    it('asks nothing where it is the same person', async () => {
      const next = tokenFor(ADA, { jti: 'next' });
      const { page, session, tokens } = await openAs({ refresh: async () => next });
      await tokens.refresh();
      await rest();
      expect(page.server.match(() => true)).toEqual([]);
      expect(session.user()).toEqual(ADA);
    });
  });

  describe('from another tab', () => {
    const theirs = tokenFor(UMA);

    it('asks anew what was asked with the token of before', async () => {
      const { page, session } = await openAs({ storage: 'local' });
      const updated = session.update();
      const old = await asked(page);
      localStorage.setItem(KEY, theirs);
      look();
      await rest();
      expect(old.cancelled).toBeTrue();
      const get = await asked(page);
      expect(bearerOf(get)).toBe(`Bearer ${theirs}`);
      get.flush(UMA);
      await updated;
      expect(session.user()).toEqual(UMA);
      expect(told(page)).toEqual([['identityChanged', 'server']]);
    });

    for (const [what, next] of [
      ['nobody has come', null],
      ['somebody else has come', theirs],
    ] as const) {
      it(`takes no answer to the token of who has signed out there, where ${what}`, async () => {
        const { page, session } = await openAs({ storage: 'local' });
        const updated = session.update().catch(() => undefined);
        const old = await asked(page);
        localStorage.removeItem(KEY);
        look();
        await rest();
        expect(old.cancelled).toBeTrue();
        if (next) {
          localStorage.setItem(KEY, next);
          look();
          const get = await asked(page);
          expect(bearerOf(get)).toBe(`Bearer ${next}`);
          get.flush(UMA);
        }
        await updated;
        await rest();
        expect(session.user()).toEqual(next ? UMA : null);
      });
    }

    it('asks anew where no token says whose it is, after a refresh too', async () => {
      const [next, others] = [tokenOf({ jti: 'next' }), tokenOf({ jti: 'others' })];
      const { page, session, tokens } = await openAs(
        { storage: 'local', refresh: async () => next },
        tokenOf(),
      );
      const updated = session.update();
      failWith(await asked(page), 401);
      const old = await asked(page);
      expect(bearerOf(old)).toBe(`Bearer ${next}`);
      localStorage.setItem(KEY, others);
      look();
      await rest();
      expect(old.cancelled).toBeTrue();
      const get = await asked(page);
      expect(bearerOf(get)).toBe(`Bearer ${others}`);
      get.flush(UMA);
      await updated;
      expect(session.user()).toEqual(UMA);
      expect(tokens.token()).toBe(others);
    });

    it('changes nothing on the server where nobody is here any more', async () => {
      const { page, session } = await openAs({ storage: 'local' });
      localStorage.removeItem(KEY);
      expect(await rejectedStatus(session.reload())).toBe(401);
      expect(page.server.match(() => true)).toEqual([]);
      expect(session.user()).toBeNull();
    });

    it('does not end by the answer to a request of before', async () => {
      const { page, session, tokens } = await openAs({ storage: 'local' });
      const refused = rejectedStatus(firstValueFrom(page.inject(HttpClient).get('/api/orders')));
      localStorage.setItem(KEY, theirs);
      look();
      const get = await asked(page);
      failWith(page.server.expectOne('/api/orders'), 401);
      expect(await refused).toBe(401);
      expect(tokens.token()).toBe(theirs);
      get.flush(UMA);
      await rest();
      expect(session.user()).toEqual(UMA);
    });

    it('shows nobody of before where the server does not say who it is', async () => {
      const { page, session, tokens } = await openAs({ storage: 'local' });
      localStorage.setItem(KEY, theirs);
      look();
      failWith(await asked(page), 503);
      await rest();
      expect(session.user()).toBeNull();
      expect(tokens.token()).toBe(theirs);
      expect(localStorage.getItem(KEY)).toBe(theirs);
    });

    it('asks for them where it is known that nobody is here', async () => {
      const page = await open({ storage: 'local' });
      expect(await rejectedStatus(page.session.update())).toBe(401);
      localStorage.setItem(KEY, theirs);
      look();
      (await asked(page)).flush(UMA);
      await rest();
      expect(page.session.user()).toEqual(UMA);
      expect(told(page)).toEqual([['signedIn', 'tab']]);
    });

    for (const status of [429, 503]) {
      it(`keeps their token where nobody is here, and the server answers ${String(status)}`, async () => {
        const page = await open({ storage: 'local' });
        expect(await rejectedStatus(page.session.update())).toBe(401);
        localStorage.setItem(KEY, theirs);
        const updated = rejectedStatus(page.session.update());
        failWith(await asked(page), status);
        expect(await updated).toBe(status);
        await rest();
        expect(localStorage.getItem(KEY)).toBe(theirs);
      });
    }
  });
});
