import fc from 'fast-check';
import {
  type NgSessionFeature,
  type SessionStoreFactory,
  type StoreOptions,
  cookieStore,
  httpStore,
  indexedDbStore,
  webStorage,
  withStore,
} from 'ng-session';
import { HeldStore } from '../../../spec/held-store';
import { SessionDataServer } from '../../../spec/http-session-data';
import { type Page, closePages, openPage, rest, until } from '../../../spec/open-page';
import { clearBrowser, tellTabs } from '../../../spec/shared-browser';
import { ADA, UMA } from '../../../spec/set-up';

/** Every store that several tabs share. */
const STORES: Record<string, () => SessionStoreFactory> = {
  "webStorage('local')": () => webStorage('local'),
  'cookieStore()': () => cookieStore(),
  'indexedDbStore()': () => indexedDbStore(),
  'httpStore()': () => httpStore(),
};

describe('Two tabs', () => {
  const server = new SessionDataServer();

  beforeEach(() => {
    server.data = {};
  });
  afterEach(async () => {
    closePages();
    await clearBrowser();
  });

  for (const key of ['ng-session', null]) {
    it(`hear from the browser that a session began or ended, by the key ${String(key)}`, async () => {
      const store = new HeldStore();
      const open = () => openPage({ features: [withStore(store)] });
      const [first, second] = [await open(), await open()];
      await rest();
      first.put('a', 1);
      await first.stored();
      tellTabs(key);
      await until(() => second.get('a') === 1);
    });
  }

  for (const [name, store] of Object.entries(STORES)) {
    const open = (options?: StoreOptions): Promise<Page> => {
      const feature: NgSessionFeature = withStore(store(), options);
      return openPage({ features: [feature], interceptors: [server.interceptor] });
    };
    /** Two tabs that are ready, and that hear of each other as those of a browser do. */
    const openTwo = async (): Promise<[Page, Page]> => {
      const two: [Page, Page] = [await open(), await open()];
      await rest();
      return two;
    };

    describe(`on ${name}`, () => {
      it('see what the other one changes', async () => {
        const [first, second] = await openTwo();
        first.put('theme', 'dark');
        await first.stored();
        tellTabs();
        await until(() => second.get('theme') === 'dark');
        second.put('theme', 'light');
        await second.stored();
        tellTabs();
        await until(() => first.get('theme') === 'light');
        first.data.forget(['theme'] as never);
        await first.stored();
        tellTabs();
        await until(() => second.get('theme') === undefined);
        expect(second.data.isEmpty()).toBeTrue();
      });

      it('keep what both change at once, under different keys', async () => {
        const [first, second] = await openTwo();
        first.put('cart.tea', 1);
        second.put('cart.cup', 2);
        first.put('a', 'first');
        second.put('b', 'second');
        await Promise.all([first.stored(), second.stored()]);
        tellTabs();
        const all = { cart: { tea: 1, cup: 2 }, a: 'first', b: 'second' };
        for (const page of [first, second]) {
          await until(() => Object.keys(page.data.all()).length === 3);
          expect(page.data.all()).toEqual(all);
        }
        closePages();
        const third = await open();
        await until(() => !third.data.isEmpty());
        expect(third.data.all()).toEqual(all);
      });

      it('share one session, with its id where it is theirs to know', async () => {
        const [first, second] = await openTwo();
        first.put('a', 1);
        await first.stored();
        tellTabs();
        await until(() => second.get('a') === 1);
        second.put('b', 1);
        await second.stored();
        tellTabs();
        await until(() => first.get('b') === 1);
        await rest();
        if (name !== 'httpStore()') expect(second.data.sessionId()).toBe(first.data.sessionId());
        expect(second.told()).not.toContain('migrated');
      });

      it('both go on after a sign-in in one of them', async () => {
        const [first, second] = await openTwo();
        await first.become(null);
        first.put('cart', 1);
        await first.stored();
        tellTabs();
        await until(() => second.get('cart') === 1);
        second.put('late', 2);
        await first.signIn(ADA);
        await Promise.all([first.stored(), second.stored()]);
        await rest();
        tellTabs();
        await until(() => first.get('late') === 2 && second.get('cart') === 1);
        await rest();
        if (name !== 'httpStore()') expect(second.data.sessionId()).toBe(first.data.sessionId());
      });

      it('have nothing left after a sign-out in one of them', async () => {
        const [first, second] = await openTwo();
        await first.become(ADA);
        first.put('cart', 1);
        await first.stored();
        tellTabs();
        await until(() => second.get('cart') === 1);
        await first.signOut();
        await rest();
        tellTabs();
        await until(() => second.data.isEmpty());
        expect(first.data.isEmpty()).toBeTrue();
        closePages();
        const third = await open();
        await rest();
        expect(third.data.all()).toEqual({});
      });

      it('never show one the data of somebody who has signed in in the other', async () => {
        const [first, second] = await openTwo();
        await first.become(ADA);
        first.put('secret', 1);
        await first.stored();
        await second.become(UMA);
        tellTabs();
        await rest();
        await rest();
        expect(second.get('secret')).toBeUndefined();
      });

      it('lose none of a thousand puts, in whatever order they come', async () => {
        const step = fc.record({
          tab: fc.nat(1),
          puts: fc.integer({ min: 1, max: 40 }),
          then: fc.constantFrom('at once', 'a turn', 'stored', 'told'),
        });
        const schedule = fc.array(step, { minLength: 6, maxLength: 12 });
        let run = 0;
        await fc.assert(
          fc.asyncProperty(schedule, async (steps) => {
            server.data = {};
            const tabs = await openTwo();
            const expected: Record<string, number> = {};
            const puts = Math.ceil(1000 / RUNS / steps.length);
            run++;
            for (const [index, { tab, then }] of steps.entries()) {
              const page = tabs[tab]!;
              for (let n = 0; n < puts; n++) {
                // Short, so that a cookie holds them all.
                const key = (run * 36 + index).toString(36) + n.toString(36);
                page.put(key, 1);
                expected[key] = 1;
              }
              if (then === 'a turn') await new Promise((resolve) => setTimeout(resolve));
              if (then === 'stored') await page.stored();
              if (then === 'told') tellTabs();
            }
            await Promise.all(tabs.map((page) => page.stored()));
            await rest();
            closePages();
            const reader = await open();
            await until(() => !reader.data.isEmpty());
            expect(Object.keys(reader.data.all()).sort()).toEqual(Object.keys(expected).sort());
            closePages();
            await clearBrowser();
          }),
          { numRuns: RUNS },
        );
      });
    });
  }
});

/** Schedules a store, which share a thousand puts. */
const RUNS = 8;
