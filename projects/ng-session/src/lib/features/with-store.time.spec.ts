import {
  type SessionStore,
  type SessionStoreFactory,
  type StoreOptions,
  indexedDbStore,
  memoryStore,
  webStorage,
  withStore,
  withStores,
} from 'ng-session';
import { pass, settle, sleep, useFakeTime } from '../../../spec/fake-time';
import { type Page, closePages, openPage, rest, turns, until } from '../../../spec/open-page';
import { clearBrowser } from '../../../spec/shared-browser';

const MINUTE = 60_000;
const MARK = 'ng-session-browser';

describe('A session in a store', () => {
  afterEach(async () => {
    closePages();
    await clearBrowser();
    await clearBrowser('ng-session.database');
  });

  const open = (
    options: StoreOptions,
    store: SessionStore | SessionStoreFactory = webStorage('session'),
  ): Promise<Page> => openPage({ features: [withStore(store, options)] });

  describe('as time goes by', () => {
    useFakeTime();

    for (const [name, store] of [
      ['memoryStore()', memoryStore()],
      ["webStorage('session')", webStorage('session')],
    ] as const) {
      it(`is over after its age without activity, in ${name}`, async () => {
        const page = await open({ age: '1m' }, store);
        page.put('a', 1);
        await settle();
        const id = page.data.sessionId();
        await pass(MINUTE - 1000);
        expect(page.get('a')).toBe(1);
        await pass(2000);
        expect(page.data.all()).toEqual({});
        expect(page.data.sessionId()).not.toBe(id);
        expect(page.data.fresh()).toBeTrue();
      });
    }

    it('is kept alive by a change, a navigation, and the page being shown again', async () => {
      const page = await open({ age: MINUTE });
      const active: (() => unknown)[] = [
        () => page.put('a', 1),
        () => page.put('b', 1),
        () => page.navigate('/there'),
        () => document.dispatchEvent(new Event('visibilitychange')),
        () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      ];
      for (const act of active) {
        const acted = act();
        await settle();
        await acted;
        await settle();
        await pass(MINUTE - 2000);
      }
      expect(page.data.all()).toEqual({ a: 1, b: 1 });
      await pass(4000);
      expect(page.data.all()).toEqual({});
    });

    it('is kept alive by another page on the store, and no longer than that', async () => {
      const [first, second] = [await open({ age: MINUTE }), await open({ age: MINUTE })];
      first.put('a', 1);
      await settle();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await settle();
      expect(second.get('a')).toBe(1);
      await pass(MINUTE / 2);
      first.put('b', 1);
      await settle();
      first.close();
      await pass(MINUTE - 1000);
      expect(second.get('a')).toBe(1);
      // It looks now and then, a tenth of the age apart.
      await pass(1000 + MINUTE / 10);
      expect(second.data.all()).toEqual({});
    });

    it('that is over is not found by a page load', async () => {
      const first = await open({ age: MINUTE });
      first.put('a', 1);
      await settle();
      first.close();
      await pass(MINUTE);
      const second = await open({ age: MINUTE });
      expect(second.data.all()).toEqual({});
      expect(second.data.fresh()).toBeTrue();
    });

    it('lasts for a year, if that is its age, and not for a blink', async () => {
      const page = await open({ age: 365 * 24 * 60 * MINUTE });
      page.put('a', 1);
      await settle();
      await pass(364 * 24 * 60 * MINUTE);
      expect(page.get('a')).toBe(1);
      await pass(24 * 60 * MINUTE);
      expect(page.get('a')).toBeUndefined();
    });

    it('that could not be stored is tried again, ever more seldom, and at once with a change', async () => {
      let tries = 0;
      const full: SessionStore = {
        reach: 'page',
        read: () => null,
        write: () => Promise.reject(new Error(String(++tries))),
        destroy: () => undefined,
        touch: () => undefined,
      };
      const page = await open({}, full);
      page.put('a', 1);
      await settle();
      expect(tries).toBe(1);
      const after: number[] = [];
      for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
        await pass(seconds * 1000 - 500);
        const early = tries;
        await pass(500);
        after.push(tries - early);
      }
      expect(after).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
      expect(tries).toBe(9);
      page.put('b', 1);
      await settle();
      expect(tries).toBe(10);
      expect(page.told()).toEqual(['storeFailed']);
    });

    it('is over after a sleep, and nothing of it comes back with a navigation', async () => {
      const page = await open({ age: MINUTE });
      page.put('cart', 1);
      await settle();
      sleep(5 * MINUTE);
      await page.navigate('/next');
      await settle();
      expect(page.data.all()).toEqual({});
    });

    it('is over after a sleep, and nothing of it comes back with a change', async () => {
      const page = await open({ age: MINUTE });
      page.put('cart', { secret: 1, items: [1] });
      await settle();
      sleep(5 * MINUTE);
      page.put('cart.fresh', 1);
      page.put('cart.items.1', 2);
      await settle();
      expect(page.data.all()).toEqual({ cart: { fresh: 1 } });
    });

    for (const reach of ['server', 'page'] as const) {
      const often = reach === 'server' ? 'once' : 'again and again';
      it(`is looked after ${often} in a store for the ${reach}`, async () => {
        // Locks have a time of their own.
        spyOnProperty(Navigator.prototype, 'locks').and.returnValue(undefined as never);
        const store = {
          reach,
          id: () => 'id',
          read: jasmine.createSpy().and.returnValue({ a: 1 }),
          write: () => undefined,
          destroy: () => undefined,
          touch: () => undefined,
        };
        await open({ age: MINUTE }, store);
        await settle();
        store.read.calls.reset();
        for (let count = 0; count < 20; count++) await pass(MINUTE / 10);
        const looks = store.read.calls.count();
        if (reach === 'server') expect(looks).toBe(1);
        else expect(looks).toBeGreaterThan(1);
      });
    }

    it('sets no timer that outlives the application', async () => {
      const page = await open({ age: MINUTE });
      page.put('a', 1);
      await settle();
      page.close();
      const read = spyOn(Storage.prototype, 'getItem').and.callThrough();
      await pass(2 * MINUTE);
      expect(read).not.toHaveBeenCalled();
    });
  });

  describe('with clearWithBrowser', () => {
    const options = { clearWithBrowser: true };
    /** The cookies that a browser forgets when it is closed. */
    const closeBrowser = (): void => {
      closePages();
      document.cookie = `${MARK}=; Path=/; Max-Age=0`;
    };

    it('is there after a reload, and gone with the browser', async () => {
      const first = await open(options, webStorage('local'));
      first.put('a', 1);
      await first.stored();
      await rest();
      first.close();
      const second = await open(options, webStorage('local'));
      expect(second.get('a')).toBe(1);
      await rest();
      closeBrowser();
      const third = await open(options, webStorage('local'));
      expect(third.data.all()).toEqual({});
      await rest();
      expect(localStorage.length).toBe(0);
    });

    it('lets the app start where cookies are refused', async () => {
      const refuse = () => {
        throw new DOMException('As a browser says it.', 'SecurityError');
      };
      Object.defineProperty(document, 'cookie', { configurable: true, get: refuse, set: refuse });
      try {
        const page = await open(options, webStorage('local'));
        page.put('a', 1);
        await page.stored();
      } finally {
        Reflect.deleteProperty(document, 'cookie');
      }
      expect(localStorage.getItem('ng-session')).not.toBeNull();
    });

    it('stays without it', async () => {
      const first = await open({}, webStorage('local'));
      first.put('a', 1);
      await first.stored();
      closeBrowser();
      expect((await open({}, webStorage('local'))).get('a')).toBe(1);
    });
  });

  describe('with several stores', () => {
    const stores = {
      local: webStorage('local'),
      database: indexedDbStore(),
      memory: memoryStore(),
    };

    it('is in the one that is used, and found there again', async () => {
      const use = (name: keyof typeof stores): Promise<Page> =>
        openPage({ features: [withStores(stores, { use: name })] });
      const first = await use('local');
      first.put('a', 'local');
      await first.stored();
      await rest();
      first.close();
      const second = await use('database');
      expect(second.data.all()).toEqual({});
      second.put('a', 'database');
      await second.stored();
      await rest();
      second.close();
      expect((await use('local')).get('a')).toBe('local');
      const fourth = await use('database');
      await until(() => fourth.get('a') === 'database');
    });

    it('says so where none has the name, and names those that do', () => {
      for (const use of ['redis', 'toString', '__proto__'] as never[]) {
        expect(() => withStores(stores, { use })).toThrowError(/local, database, memory/);
      }
    });
  });

  it('of two apps on one origin are two', async () => {
    const shop = await open({ name: 'shop' }, webStorage('local'));
    shop.put('a', 1);
    await shop.stored();
    const desk = await open({ name: 'desk' }, webStorage('local'));
    expect(desk.data.all()).toEqual({});
    desk.put('a', 2);
    await desk.stored();
    closePages();
    expect((await open({ name: 'shop' }, webStorage('local'))).get('a')).toBe(1);
  });

  it('keeps a hidden page in step without the others waiting', async () => {
    const page = await open({}, webStorage('local'));
    await turns();
    spyOnProperty(document, 'hidden').and.returnValue(true);
    page.put('a', 1);
    document.dispatchEvent(new Event('visibilitychange'));
    await page.stored();
    expect(page.told()).toEqual(['initiated', 'committed']);
  });
});
