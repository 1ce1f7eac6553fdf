import type { TestRequest } from '@angular/common/http/testing';
import { type TokenOptions, TokenSession, withTabSync, withTokens } from 'ng-session';
import { deferred } from '../../../spec/deferred';
import { type Page, closePages, openPage, rest, turns, until } from '../../../spec/open-page';
import {
  ADA,
  SIGN_IN_URL,
  SIGN_OUT_URL,
  UMA,
  UPDATE_URL,
  disconnect,
  failWith,
  rejectedStatus,
} from '../../../spec/set-up';
import { tokenFor, userIn } from '../../../spec/tokens';

describe('A sign-out by a token', () => {
  afterEach(() => {
    closePages();
    localStorage.clear();
  });

  const post = async ({ server }: Page): Promise<TestRequest> => {
    let found: TestRequest[] = [];
    await until(() => (found = server.match({ method: 'POST', url: SIGN_OUT_URL })).length > 0);
    expect(found.length).toBe(1);
    return found[0]!;
  };
  const bearerOf = ({ request }: TestRequest) => request.headers.get('Authorization');
  /** Somebody is here; then `refresh` answers in turn, and lastly what `answers` ends with. */
  const openAs = async (
    answers: readonly (() => Promise<string | null>)[],
    options: TokenOptions = {},
    token = tokenFor(ADA),
  ) => {
    const asked: (string | null)[] = [];
    const refresh = (old: string | null) => {
      asked.push(old);
      return answers[Math.min(asked.length, answers.length) - 1]!();
    };
    const page = await openPage({ features: [withTokens({ user: userIn, refresh, ...options })] });
    const tokens = page.inject(TokenSession);
    await tokens.authenticate(token);
    return { page, tokens, session: page.session, asked, token };
  };
  const give = (jti: string) => async () => tokenFor(ADA, { jti });

  it('is sent once more with a token that counts, where the server refuses that of the session', async () => {
    const { page, session, tokens, asked, token } = await openAs([give('live')]);
    const signedOut = session.signOut();
    failWith(await post(page), 401);
    const again = await post(page);
    expect(bearerOf(again)).toBe(`Bearer ${tokenFor(ADA, { jti: 'live' })}`);
    expect(asked).toEqual([token]);
    again.flush(null);
    await signedOut;
    expect(tokens.token()).toBeNull();
    expect(session.user()).toBeNull();
  });

  it('is sent so where the page has no token yet, and the server knows who is here', async () => {
    const asked: (string | null)[] = [];
    const refresh = async (old: string | null) => (asked.push(old), tokenFor(ADA));
    const page = await openPage({ features: [withTokens({ refresh })] });
    const signedOut = page.session.signOut();
    const first = await post(page);
    expect(bearerOf(first)).toBeNull();
    failWith(first, 401);
    const again = await post(page);
    expect(bearerOf(again)).toBe(`Bearer ${tokenFor(ADA)}`);
    again.flush(null);
    await signedOut;
    expect(asked).toEqual([null]);
  });

  it('waits for a refresh that the server is asked for, whose answer could bring its cookie back', async () => {
    const { promise: answer, resolve: give } = deferred<string>();
    const { page, session, tokens } = await openAs([() => answer]);
    void tokens.refresh();
    await rest();
    const signedOut = session.signOut();
    await rest();
    page.server.expectNone(SIGN_OUT_URL);
    give(tokenFor(ADA, { jti: 'late' }));
    (await post(page)).flush(null);
    await signedOut;
    expect(tokens.token()).toBeNull();
  });

  it('waits for no turn of another tab, after which nothing is refreshed', async () => {
    const { promise: isHeld, resolve: hold } = deferred();
    const { promise: released, resolve: release } = deferred();
    const { page, session, tokens, asked } = await openAs([give('next'), give('back')]);
    expect(await tokens.refresh()).toBeTrue();
    void navigator.locks.request('ng-session.token', () => (hold(), released));
    await isHeld;
    const refreshed = tokens.refresh();
    await turns();
    const signedOut = session.signOut();
    const sent = page.server.expectOne(SIGN_OUT_URL);
    expect(bearerOf(sent)).toBe(`Bearer ${tokenFor(ADA, { jti: 'next' })}`);
    sent.flush(null);
    await signedOut;
    release();
    expect(await refreshed).toBeFalse();
    expect(asked.length).toBe(1);
    expect(tokens.token()).toBeNull();
  });

  it('is done where the server knows of no session either way', async () => {
    const { page, session } = await openAs([async () => null]);
    const signedOut = session.signOut();
    failWith(await post(page), 401);
    expect((await signedOut).status).toBe(401);
  });

  it('is sent with no other token where the server is not well', async () => {
    const { page, session, asked } = await openAs([give('live')]);
    const signedOut = rejectedStatus(session.signOut());
    failWith(await post(page), 503);
    expect(await signedOut).toBe(503);
    expect(asked).toEqual([]);
  });

  it('asks for no token where tabs share one, and there is none', async () => {
    const refresh = jasmine.createSpy('refresh').and.resolveTo(null);
    const page = await openPage({ features: [withTokens({ storage: 'local', refresh })] });
    const signedOut = page.session.signOut();
    failWith(await post(page), 401);
    await signedOut;
    expect(refresh).not.toHaveBeenCalled();
  });

  it('stays owed while no token can be had to send it with', async () => {
    const down = () => Promise.reject(new TypeError('Failed to fetch'));
    const { page, session, tokens } = await openAs([down, give('live')]);
    const signedOut = session.signOut().catch((error: unknown) => error);
    failWith(await post(page), 401);
    expect(await signedOut).toBeInstanceOf(Error);
    const updated = rejectedStatus(session.update());
    failWith(await post(page), 401);
    (await post(page)).flush(null);
    expect(await updated).toBe(401);
    expect(tokens.token()).toBeNull();
  });

  it('brings nobody back by a refresh, whatever the server has made of it', async () => {
    const { page, session, asked, tokens } = await openAs([give('back')]);
    const signedOut = session.signOut();
    (await post(page)).flush(null);
    await signedOut;
    expect(await rejectedStatus(session.update())).toBe(401);
    const reloaded = rejectedStatus(session.reload());
    await until(() => {
      const [put] = page.server.match({ method: 'PUT', url: UPDATE_URL });
      if (put) failWith(put, 401);
      return !!put;
    });
    expect(await reloaded).toBe(401);
    expect(await tokens.refresh()).toBeFalse();
    expect(asked).toEqual([]);
    expect(session.user()).toBeNull();
  });

  it('counts no more after the next sign-in', async () => {
    const { session, tokens, asked, token } = await openAs([give('next')]);
    await tokens.unauthenticate();
    await tokens.authenticate(token);
    await session.reload();
    expect(asked).toEqual([token]);
    expect(tokens.claims()?.jti).toBe('next');
  });

  describe('leaves the token that another tab has signed in with meanwhile', () => {
    const KEY = 'ng-session.token';
    const own = tokenFor(ADA);
    const theirs = tokenFor(UMA);
    const openShared = async () => {
      const page = await openPage({ features: [withTokens({ storage: 'local', user: userIn })] });
      await page.inject(TokenSession).authenticate(own);
      return page;
    };
    const signInElsewhere = async () => {
      localStorage.setItem(KEY, theirs);
      window.dispatchEvent(new Event('online'));
      await rest();
    };
    const expectTheirs = async ({ session }: Page) => {
      await rest();
      expect(localStorage.getItem(KEY)).toBe(theirs);
      expect(session.user()).toEqual(UMA);
    };

    it('where the answer comes late', async () => {
      const page = await openShared();
      const signedOut = page.session.signOut();
      const late = await post(page);
      await signInElsewhere();
      late.flush(null);
      await signedOut;
      await expectTheirs(page);
    });

    it('where the answer is that the session was over', async () => {
      const page = await openShared();
      const signedOut = page.session.signOut();
      const late = await post(page);
      await signInElsewhere();
      failWith(late, 401);
      await signedOut;
      await expectTheirs(page);
    });

    it('where it was owed', async () => {
      const page = await openShared();
      const signedOut = page.session.signOut().catch(() => undefined);
      disconnect(await post(page));
      await signedOut;
      await signInElsewhere();
      const owed = await post(page);
      expect(bearerOf(owed)).toBe(`Bearer ${own}`);
      owed.flush(null);
      await expectTheirs(page);
    });

    it('but not that of the next sign-in here, by which nobody is signed in', async () => {
      const page = await openPage({ features: [withTokens({ storage: 'local' })] });
      const signedOut = page.session.signOut();
      const late = await post(page);
      const signedIn = page.session.signIn({});
      late.flush(null);
      await signedOut;
      page.server.expectOne(SIGN_IN_URL).flush({ token: theirs });
      let asked: TestRequest[] = [];
      await until(() => (asked = page.server.match({ method: 'GET', url: UPDATE_URL })).length > 0);
      expect(localStorage.getItem(KEY)).toBe(theirs);
      asked[0]!.flush(null);
      await signedIn;
      expect(localStorage.getItem(KEY)).toBeNull();
    });
  });

  describe('with another tab', () => {
    /** Two tabs with a token each, in the first of which Ada is; the second one can tell it of Uma. */
    const openTwo = async () => {
      const refresh = jasmine.createSpy('refresh').and.callFake(async () => tokenFor(UMA));
      const open = (options: TokenOptions) =>
        openPage({ features: [withTokens({ user: userIn, ...options }), withTabSync()] });
      const [first, second] = [await open({ refresh }), await open({})];
      const tokens = first.inject(TokenSession);
      await tokens.authenticate(tokenFor(ADA));
      await rest();
      refresh.calls.reset();
      const signInElsewhere = async () => {
        await second.inject(TokenSession).authenticate(tokenFor(UMA));
        await rest();
      };
      return { first, session: first.session, tokens, refresh, signInElsewhere };
    };

    it('lets a sign-in of there through, when the server has confirmed it', async () => {
      const { first, session, refresh, signInElsewhere } = await openTwo();
      const signedOut = session.signOut();
      (await post(first)).flush(null);
      await signedOut;
      expect(await rejectedStatus(session.update())).toBe(401);
      expect(refresh).not.toHaveBeenCalled();
      await signInElsewhere();
      await until(() => session.user()?.name === UMA.name);
    });

    it('lets it through where the server knows of no session to end', async () => {
      const { first, session, refresh, signInElsewhere } = await openTwo();
      refresh.and.resolveTo(null);
      const signedOut = session.signOut();
      failWith(await post(first), 401);
      await signedOut;
      refresh.and.resolveTo(tokenFor(UMA));
      await signInElsewhere();
      await until(() => session.user()?.name === UMA.name);
    });

    it('brings nobody back when the other tab tells of a change, until the server knows of it', async () => {
      const { first, session, tokens, refresh, signInElsewhere } = await openTwo();
      const signedOut = rejectedStatus(session.signOut());
      failWith(await post(first), 503);
      expect(await signedOut).toBe(503);
      await rest();
      await signInElsewhere();
      const owed = await post(first);
      expect(refresh).not.toHaveBeenCalled();
      expect(tokens.token()).toBeNull();
      owed.flush(null);
      await until(() => session.user()?.name === UMA.name);
    });

    it('heeds no news of before', async () => {
      const { first, session, tokens, refresh, signInElsewhere } = await openTwo();
      await signInElsewhere();
      refresh.calls.reset();
      const signedOut = session.signOut();
      (await post(first)).flush(null);
      await signedOut;
      expect(await rejectedStatus(session.update())).toBe(401);
      expect(refresh).not.toHaveBeenCalled();
      expect(tokens.token()).toBeNull();
    });

    it('lets nobody through where the server was not told', async () => {
      const { session, tokens, refresh, signInElsewhere } = await openTwo();
      await tokens.unauthenticate();
      await rest();
      await signInElsewhere();
      expect(refresh).not.toHaveBeenCalled();
      expect(session.user()).toBeNull();
    });
  });
});
