import {
  type SessionStore,
  type SessionStoreFactory,
  cookieStore,
  httpStore,
  indexedDbStore,
  webStorage,
  withStore,
} from 'ng-session';
import { HeldStore } from '../../../spec/held-store';
import { SessionDataServer } from '../../../spec/http-session-data';
import { type Page, closePages, openPage, rest, until } from '../../../spec/open-page';
import { ADA, UMA } from '../../../spec/set-up';
import { clearBrowser, tellTabs } from '../../../spec/shared-browser';

/** Every store that several tabs share. */
const STORES: Record<string, () => SessionStoreFactory> = {
  "webStorage('local')": () => webStorage('local'),
  'cookieStore()': () => cookieStore(),
  'indexedDbStore()': () => indexedDbStore(),
  'httpStore()': () => httpStore(),
};

describe('Whose data is in a store', () => {
  const server = new SessionDataServer();

  beforeEach(() => {
    server.data = {};
    server.fault = null;
  });
  afterEach(async () => {
    closePages();
    await clearBrowser();
  });

  const open = (store: SessionStore | SessionStoreFactory = webStorage('local')): Promise<Page> =>
    openPage({ features: [withStore(store)], interceptors: [server.interceptor] });
  const hear = async (): Promise<void> => {
    tellTabs();
    tellTabs('ng-session');
    await rest();
  };
  /** Two tabs of Ada, with something that she keeps. */
  const openTwo = async (store: () => SessionStoreFactory): Promise<[Page, Page]> => {
    const two: [Page, Page] = [await open(store()), await open(store())];
    for (const page of two) await page.become(ADA);
    two[0].put('secret', 1);
    await two[0].stored();
    await hear();
    return two;
  };
  const signOut = async (page: Page): Promise<void> => {
    await page.signOut();
    await rest();
    // As a server does it by itself.
    server.data = {};
  };

  for (const [name, store] of Object.entries(STORES)) {
    describe(`on ${name}`, () => {
      it('is left to them by a tab that has not heard of their sign-in', async () => {
        const [first, second] = await openTwo(store);
        await signOut(first);
        await first.signIn(UMA);
        first.put('cart', 'uma');
        await first.stored();
        await hear();
        await hear();
        expect(second.data.all()).toEqual({});
        // It has asked who is here by now.
        await second.become(UMA);
        await until(() => second.get('cart') === 'uma');
        first.close();
        second.close();
        const third = await open(store());
        await third.become(UMA);
        expect(third.get('cart')).toBe('uma');
      });

      it('is left to them by a tab that learns of it from the server', async () => {
        const [first, second] = await openTwo(store);
        await signOut(first);
        await first.signIn(UMA);
        first.put('cart', 'uma');
        await first.stored();
        await second.become(UMA);
        await rest();
        await hear();
        expect(first.get('cart')).toBe('uma');
        await until(() => second.get('cart') === 'uma');
      });

      it('is nobody’s where nobody is signed in, and a tab that has not heard of it asks', async () => {
        const [first, second] = await openTwo(store);
        await signOut(first);
        await hear();
        first.put('cart', 'anonymous');
        await first.stored();
        await hear();
        expect(second.get('cart')).toBeUndefined();
        await second.become(null);
        await until(() => second.get('cart') === 'anonymous');
        await first.signIn(UMA);
        await rest();
        expect(first.get('cart')).toBe('anonymous');
      });

      // A server ends it by itself.
      if (name === 'httpStore()') return;

      it('goes before the next person, where nobody has signed out', async () => {
        const first = await open(store());
        await first.become(ADA);
        first.put('secret', 1);
        await first.stored();
        await rest();
        first.close();
        const second = await open(store());
        await second.become(UMA);
        await rest();
        second.put('cart', 'uma');
        await second.stored();
        second.close();
        const third = await open(store());
        await third.become(UMA);
        expect(third.data.all()).toEqual({ cart: 'uma' });
      });
    });
  }

  it('is asked once of a server that can not say, and again when the page is back', async () => {
    const [first, second] = await openTwo(() => webStorage('local'));
    await signOut(first);
    await first.signIn(UMA);
    first.put('cart', 'uma');
    await first.stored();
    const update = spyOn(second.session, 'update').and.rejectWith(new Error('offline'));
    await hear();
    await hear();
    expect(update).toHaveBeenCalledTimes(1);
    second.put('mine', 1);
    await rest();
    window.dispatchEvent(new Event('online'));
    expect(update).toHaveBeenCalledTimes(2);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await rest();
    expect(update).toHaveBeenCalledTimes(3);
    expect(second.data.all()).toEqual({ mine: 1 });
    expect(localStorage.getItem(`ng-session:${first.data.sessionId()}`)).toContain('uma');
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('mine');
  });

  it('is left to them on a server, by a tab that has missed all of it', async () => {
    const page = await open(httpStore());
    await page.become(ADA);
    page.put('secret', 1);
    await page.stored();
    await rest();
    const theirs = { cart: 'uma', $owner: 'uma' };
    server.data = theirs;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await rest();
    expect(page.data.all()).toEqual({});
    expect(server.data).toEqual(theirs);
  });

  it('ends on a server that leaves it to the next person', async () => {
    const page = await open(httpStore());
    await page.become(null);
    server.data = { secret: 1, $owner: 'somebody-else' };
    await page.signIn(UMA);
    await rest();
    expect(page.data.all()).toEqual({});
    await page.become(UMA);
    await rest();
    expect(server.data).toEqual({});
  });

  it('comes with the account, to what a guest has gathered', async () => {
    const page = await open(httpStore());
    await page.become(null);
    page.put('cart', { tea: 1, cup: 1 });
    await page.stored();
    server.data = { cart: { tea: 5 }, theme: 'dark' };
    page.put('late', 1);
    await page.signIn(ADA);
    await page.stored();
    await rest();
    const all = { cart: { tea: 5, cup: 1 }, theme: 'dark', late: 1 };
    expect(page.data.all()).toEqual(all);
    expect(server.data).toEqual(jasmine.objectContaining(all));
  });

  it('comes with the account to a guest with nothing', async () => {
    const page = await open(httpStore());
    await page.become(null);
    server.data = { cart: 'of the account' };
    await page.signIn(ADA);
    await until(() => page.get('cart') === 'of the account');
  });

  it('is not ended by what the server failed to end of the person before', async () => {
    const page = await open(httpStore());
    await page.become(ADA);
    page.put('x', 1);
    await page.stored();
    await rest();
    server.fault = 503;
    await page.signOut();
    await until(() => page.session.error() !== null);
    server.data = { cart: 'uma' };
    server.fault = null;
    await page.signIn(UMA);
    window.dispatchEvent(new Event('online'));
    await until(() => page.get('cart') === 'uma');
    await rest();
    expect(server.data).toEqual(jasmine.objectContaining({ cart: 'uma' }));
  });

  describe('while nobody is here', () => {
    const stored = (): string => JSON.stringify(Object.entries(localStorage));
    /** A page load, after Ada has kept something, that finds nobody signed in. */
    const reopen = async (): Promise<Page> => {
      const first = await open();
      await first.become(ADA);
      first.put('draft', 'long');
      await first.stored();
      await rest();
      first.close();
      const page = await open();
      await page.become(null);
      await rest();
      return page;
    };

    it('is not shown by a page that is loaded then, and waits', async () => {
      const page = await reopen();
      expect(page.data.all()).toEqual({});
      expect(page.data.hasBeenModified()).toBeFalse();
      expect(stored()).toContain('long');
      await page.signIn(ADA);
      await until(() => page.get('draft') === 'long');
    });

    it('waits beside what is added, through page loads, and comes together with it', async () => {
      const page = await reopen();
      page.put('cart', 1);
      await page.stored();
      page.close();
      const again = await open();
      expect(again.data.all()).toEqual({ cart: 1 });
      await again.become(null);
      again.put('cart', 2);
      await again.stored();
      await rest();
      await again.signIn(ADA);
      await until(() => again.get('draft') === 'long');
      expect(again.get('cart')).toBe(2);
      await rest();
      again.close();
      const last = await open();
      await last.become(ADA);
      expect(last.data.all()).toEqual({ cart: 2, draft: 'long' });
    });

    it('goes when somebody else signs in, who keeps what was added', async () => {
      const page = await reopen();
      page.put('cart', 1);
      await page.stored();
      await page.signIn(UMA);
      await page.stored();
      await rest();
      expect(page.data.all()).toEqual({ cart: 1 });
      expect(stored()).not.toContain('long');
    });

    it('goes when somebody else signs in, where nothing was added', async () => {
      const page = await reopen();
      await page.signIn(UMA);
      await rest();
      expect(page.data.all()).toEqual({});
      expect(stored()).not.toContain('long');
    });

    it('stays on the page that had it', async () => {
      const page = await open();
      await page.become(ADA);
      page.put('draft', 'long');
      await page.stored();
      await page.become(null);
      await rest();
      await page.navigate('/x');
      await rest();
      expect(page.get('draft')).toBe('long');
    });

    it('waits although it was being written when that was learnt', async () => {
      const kept = new HeldStore().kept;
      const first = await open(new HeldStore(kept));
      await first.become(ADA);
      first.put('draft', 'long');
      await first.stored();
      await rest();
      first.close();
      const slow = new HeldStore(kept);
      const page = await open(slow);
      slow.holds = ['write'];
      page.put('late', 1);
      await slow.reached('write');
      await page.become(null);
      slow.release();
      await rest();
      expect(page.get('draft')).toBeUndefined();
      await page.signIn(ADA);
      await until(() => page.get('draft') === 'long');
    });
  });
});
