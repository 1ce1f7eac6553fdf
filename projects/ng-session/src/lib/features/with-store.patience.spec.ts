import {
  type SessionStore,
  type StoredData,
  indexedDbStore,
  webStorage,
  withStore,
} from 'ng-session';
import { pass, settle, useFakeTime } from '../../../spec/fake-time';
import { HeldStore } from '../../../spec/held-store';
import { type Page, closePages, openPage, rest, until } from '../../../spec/open-page';
import { ADA } from '../../../spec/set-up';
import { clearBrowser } from '../../../spec/shared-browser';

const TIMEOUT = 10_000;

describe('A store that keeps an app waiting', () => {
  afterEach(async () => {
    closePages();
    await clearBrowser();
  });

  describe('as time goes by', () => {
    useFakeTime();

    const open = (store: SessionStore): Promise<Page> =>
      openPage({ features: [withStore(store)], isEarly: true });
    /** Something that is stored, for a page to find. */
    const plant = (): Map<string, StoredData> => {
      sessionStorage.setItem('ng-session', 'id');
      return new Map([['id', { visits: 5 }]]);
    };
    const failures = (page: Page): number =>
      page.told().filter((type) => type === 'storeFailed').length;

    it('has the app start without it, after a second', async () => {
      const store = new HeldStore(plant(), 'tab');
      store.holds = ['read'];
      let hasStarted = false;
      void openPage({ features: [withStore(store)] }).then(() => {
        hasStarted = true;
      });
      await settle();
      await pass(900);
      expect(hasStarted).toBeFalse();
      await pass(200);
      expect(hasStarted).toBeTrue();
    });

    it('is told where it never answers, and is asked again', async () => {
      const store = new HeldStore(plant(), 'tab');
      store.holds = ['read'];
      const page = await open(store);
      await pass(TIMEOUT - 100);
      expect(failures(page)).toBe(0);
      await pass(200);
      expect(failures(page)).toBe(1);
      expect(page.session.error()?.message).toContain(`${TIMEOUT} ms`);
      store.release();
      await pass(1000);
      expect(page.get('visits')).toBe(5);
      expect(page.session.error()).toBeNull();
    });

    it('has not failed where it answers in time, and later again', async () => {
      const store = new HeldStore(plant(), 'tab');
      const page = await open(store);
      for (const n of [1, 2]) {
        store.holds = ['write'];
        page.put('n', n);
        await settle();
        await pass(TIMEOUT - 1000);
        store.release();
        await settle();
      }
      await pass(10 * TIMEOUT);
      expect(failures(page)).toBe(0);
    });

    it('is to forget what it may have kept, once the session has ended', async () => {
      const store = new HeldStore(new Map(), 'tab');
      const page = await open(store);
      await page.become(ADA);
      store.holds = ['write'];
      page.put('secret', 1);
      await settle();
      await pass(TIMEOUT + 100);
      expect(failures(page)).toBe(1);
      const { sessionId } = page.data;
      const id = sessionId();
      void page.session.signOut().catch(() => undefined);
      // As it would be where the answer alone was lost.
      store.kept.set(id, { secret: 1 });
      await pass(TIMEOUT);
      await pass(TIMEOUT);
      expect([...store.kept]).toEqual([]);
      // And where the write comes to be at last.
      store.release();
      await settle();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await settle();
      expect([...store.kept]).toEqual([]);
    });

    it('is to forget what it kept although it said that it failed', async () => {
      const kept = new Map<string, StoredData>();
      const page = await open({
        reach: 'tab',
        read: (id) => kept.get(id) ?? null,
        write: (id, data) => {
          kept.set(id, data);
          throw new Error('The answer was lost.');
        },
        destroy: (id) => void kept.delete(id),
        touch: () => undefined,
      });
      await page.become(ADA);
      page.put('secret', 1);
      await settle();
      expect(kept.size).toBe(1);
      void page.session.signOut().catch(() => undefined);
      await pass(2000);
      expect(kept.size).toBe(0);
    });

    it('is read when it is back, and has failed until then', async () => {
      let isAway = true;
      const kept = plant();
      const page = await open({
        reach: 'tab',
        read: (id) => {
          if (isAway) throw new Error('away');
          return kept.get(id) ?? null;
        },
        write: () => undefined,
        destroy: () => undefined,
        touch: () => undefined,
      });
      await settle();
      await pass(5000);
      expect(page.session.error()).not.toBeNull();
      isAway = false;
      await pass(5000);
      expect(page.get('visits')).toBe(5);
      expect(page.session.error()).toBeNull();
    });

    it('may answer with a thenable of any make', async () => {
      let active = 0;
      let most = 0;
      const kept = plant();
      // Can be awaited, although its `then` gives nothing back.
      const later = <T>(work: () => T): Promise<T> => {
        most = Math.max(most, ++active);
        const then = (ok: (value: T) => void): void => {
          setTimeout(() => {
            active--;
            ok(work());
          }, 20);
        };
        return { then } as Promise<T>;
      };
      const page = await open({
        reach: 'tab',
        read: (id) => later(() => kept.get(id) ?? null),
        write: (id, data) => later(() => void kept.set(id, data)),
        destroy: (id) => later(() => void kept.delete(id)),
        touch: () => later(() => undefined),
      });
      for (const n of [1, 2, 3]) {
        page.put('n', n);
        await settle();
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      }
      for (let count = 0; count < 10; count++) await pass(20);
      expect([...kept]).toEqual([['id', { visits: 5, n: 3 }]]);
      expect(most).toBe(1);
    });
  });

  it('has what is stored before the first guard or component, though it is slow', async () => {
    const open = () => openPage({ features: [withStore(indexedDbStore())] });
    const first = await open();
    first.put('visits', 5);
    first.put('items', ['a']);
    await first.stored();
    await rest();
    first.close();
    const page = await open();
    page.data.increment(['visits'] as never);
    page.put('items.1', 'b');
    await page.stored();
    expect(page.data.all()).toEqual({ visits: 6, items: ['a', 'b'] });
  });

  it('loses nothing where what it answers is no data for a while', async () => {
    let isPortal = false;
    const kept = new Map<string, string>();
    const store: SessionStore = {
      read: async (id) => {
        await Promise.resolve();
        const found = kept.get(id);
        return found === undefined
          ? null
          : (JSON.parse(isPortal ? '<p>Log in' : found) as StoredData);
      },
      write: (id, data) => {
        if (isPortal) throw new Error('not here');
        kept.set(id, JSON.stringify(data));
      },
      destroy: (id) => void kept.delete(id),
      touch: () => undefined,
    };
    const page = await openPage({ features: [withStore(store)] });
    page.put('a', 1);
    await page.stored();
    await rest();
    isPortal = true;
    for (let count = 0; count < 3; count++) {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await rest();
    }
    page.put('b', 2);
    await rest();
    expect(page.data.all()).toEqual({ a: 1, b: 2 });
    expect([...kept.values()]).toEqual(['{"a":1}']);
    isPortal = false;
    window.dispatchEvent(new Event('online'));
    await page.stored();
    expect([...kept.values()]).toEqual(['{"a":1,"b":2}']);
  });

  it('takes a session of more than half its room through a sign-in', async () => {
    const page = await openPage({ features: [withStore(webStorage('local'))] });
    await page.become(null);
    page.put('big', 'x'.repeat(3_000_000));
    await page.stored();
    await page.signIn(ADA);
    await page.stored();
    await until(() => page.told().includes('migrated'));
    expect(page.session.error()).toBeNull();
    expect(localStorage.getItem(`ng-session:${page.data.sessionId()}`)).toContain('xxx');
  });
});
