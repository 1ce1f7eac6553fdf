import { type NgSessionFeature, type TokenOptions, TokenSession, withTokens } from 'ng-session';
import { deferred } from '../../../../spec/deferred';
import { closePages, openPage, rest, turns, until } from '../../../../spec/open-page';
import { ADA } from '../../../../spec/set-up';
import { inSeconds, tokenFor, userIn } from '../../../../spec/tokens';

const KEY = 'ng-session.token';

describe('A refresh in many tabs', () => {
  afterEach(() => {
    closePages();
    localStorage.clear();
  });

  const over = () => tokenFor(ADA, { exp: inSeconds(-1) });
  const open = async (options: TokenOptions, timeout = 10_000) => {
    const features: NgSessionFeature[] = [withTokens({ user: userIn, ...options })];
    return openPage({ features, config: { timeout } });
  };
  /** A page that waits for its refresh, until `resolve` answers. */
  const openAsking = async () => {
    const { promise, resolve } = deferred<string>();
    let isAsked = false;
    const page = await open({
      storage: 'local',
      refresh: () => {
        isAsked = true;
        return promise;
      },
    });
    void page.session.update();
    await until(() => isAsked);
    return { page, resolve };
  };

  it('happens once for all, of a token that they share', async () => {
    localStorage.setItem(KEY, over());
    let count = 0;
    const options: TokenOptions = {
      storage: 'local',
      refresh: async () => {
        count++;
        await rest();
        return tokenFor(ADA, { jti: String(count) });
      },
    };
    const pages = await Promise.all(Array.from({ length: 20 }, () => open(options)));
    await Promise.all(pages.map(({ session }) => session.update()));
    expect(count).toBe(1);
    for (const page of pages) {
      expect(page.session.user()).toEqual(ADA);
      expect(page.inject(TokenSession).claims()?.jti).toBe('1');
    }
  });

  it('happens one after another, where each has a token of its own', async () => {
    let running = 0;
    let most = 0;
    const options: TokenOptions = {
      refresh: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        return tokenFor(ADA);
      },
    };
    const pages = await Promise.all(Array.from({ length: 5 }, () => open(options)));
    await Promise.all(pages.map(({ session }) => session.update()));
    expect(most).toBe(1);
    expect(pages.every(({ session }) => session.user() !== null)).toBeTrue();
  });

  it('does not wait for ever for a tab that hangs', async () => {
    const { promise: isHeld, resolve: hold } = deferred();
    const { promise: released, resolve: release } = deferred();
    // Its turn is taken away from it.
    const ended = navigator.locks
      .request(KEY, () => {
        hold();
        return released;
      })
      .catch(() => undefined);
    await isHeld;
    localStorage.setItem(KEY, over());
    const page = await open({ storage: 'local', refresh: async () => tokenFor(ADA) }, 100);
    await page.session.update();
    expect(page.session.user()).toEqual(ADA);
    release();
    await ended;
  });

  it('finds, after a tab that hangs, the token that it has left', async () => {
    const { promise: released, resolve: release } = deferred();
    const ended = navigator.locks.request(KEY, () => released).catch(() => undefined);
    localStorage.setItem(KEY, over());
    let count = 0;
    const page = await open(
      { storage: 'local', refresh: async () => (count++, tokenFor(ADA)) },
      200,
    );
    const updated = page.session.update();
    await rest();
    localStorage.setItem(KEY, tokenFor(ADA, { jti: 'theirs' }));
    await updated;
    expect(count).toBe(0);
    expect(page.inject(TokenSession).claims()?.jti).toBe('theirs');
    release();
    await ended;
  });

  it('happens without locks too', async () => {
    spyOnProperty(navigator, 'locks').and.returnValue(undefined as never);
    localStorage.setItem(KEY, over());
    const page = await open({ storage: 'local', refresh: async () => tokenFor(ADA) });
    await page.session.update();
    expect(page.session.user()).toEqual(ADA);
  });

  it('of a tab whose application has ended writes nothing', async () => {
    const old = over();
    localStorage.setItem(KEY, old);
    const { page, resolve } = await openAsking();
    page.close();
    resolve(tokenFor(ADA));
    await rest();
    expect(localStorage.getItem(KEY)).toBe(old);
  });

  it('of a tab that is closed at any moment writes nothing after it', async () => {
    for (let moment = 0; moment < 20; moment++) {
      localStorage.setItem(KEY, over());
      const { page, resolve } = await openAsking();
      resolve(tokenFor(ADA));
      for (let turn = 0; turn < moment; turn++) await Promise.resolve();
      page.close();
      const atTheEnd = localStorage.getItem(KEY);
      await rest();
      expect(localStorage.getItem(KEY)).withContext(`after ${moment} turns`).toBe(atTheEnd);
      expect(localStorage.length).toBe(1);
    }
  });

  it('is not begun by a tab that was closed while it waited, nor is its token taken', async () => {
    const { promise: released, resolve: release } = deferred();
    void navigator.locks.request(KEY, () => released);
    const old = over();
    localStorage.setItem(KEY, old);
    let count = 0;
    const page = await open({ storage: 'local', refresh: async () => (count++, null) });
    void page.session.update();
    await turns();
    page.close();
    release();
    await rest();
    expect(count).toBe(0);
    expect(localStorage.getItem(KEY)).toBe(old);
  });

  it('brings nobody back whom another tab has signed out', async () => {
    localStorage.setItem(KEY, over());
    const { promise, resolve } = deferred<string>();
    let isAsked = false;
    const options: TokenOptions = {
      storage: 'local',
      refresh: () => {
        isAsked = true;
        return promise;
      },
    };
    const [first, second] = [await open(options), await open(options)];
    const updated = first.session.update().catch(() => undefined);
    await until(() => isAsked);
    await second.inject(TokenSession).unauthenticate();
    resolve(tokenFor(ADA));
    await updated;
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(first.session.user()).toBeNull();
  });

  it('brings nobody back whom this page has forgotten, until the next sign-in', async () => {
    let count = 0;
    const { session, inject } = await open({
      refresh: async () => tokenFor(ADA, { jti: String(++count) }),
    });
    await session.update();
    expect(session.user()).toEqual(ADA);
    const tokens = inject(TokenSession);
    await tokens.unauthenticate();
    await session.update().catch(() => undefined);
    expect(session.user()).toBeNull();
    expect(count).toBe(1);

    await tokens.authenticate(tokenFor(ADA));
    expect(session.user()).toEqual(ADA);
  });
});
