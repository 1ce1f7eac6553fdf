import fc from 'fast-check';
import { type StoreOptions, type StoredData, withStore } from 'ng-session';
import { HeldStore } from '../../../spec/held-store';
import { type Page, closePages, openPage, rest, turns, until } from '../../../spec/open-page';
import { clearBrowser } from '../../../spec/shared-browser';
import { ADA, UMA } from '../../../spec/set-up';

describe('A slow store', () => {
  let store: HeldStore;

  beforeEach(() => {
    store = new HeldStore();
  });
  afterEach(async () => {
    closePages();
    await clearBrowser();
  });

  const open = (one = store, options?: StoreOptions): Promise<Page> =>
    openPage({ features: [withStore(one, options)], isEarly: one.holds.includes('read') });
  const keptText = (): string => JSON.stringify([...store.kept]);
  /** A page load that finds data of Ada. */
  const reopenAsAda = async (): Promise<void> => {
    const page = await open();
    await page.become(ADA);
    page.put('secret', 1);
    await page.stored();
    await rest();
    page.close();
  };

  it('mixes what is put before its first answer into what it answers', async () => {
    const first = await open();
    first.put('cart.tea', 1);
    await first.stored();
    first.close();
    store.holds = ['read'];
    const page = await open();
    page.put('cart.cup', 2);
    page.put('theme', 'dark');
    await store.reached('read');
    expect(page.get('cart.tea')).toBeUndefined();
    store.release();
    await page.stored();
    const all = { cart: { tea: 1, cup: 2 }, theme: 'dark' };
    expect(page.data.all()).toEqual(all);
    expect([...store.kept.values()]).toEqual([all]);
  });

  it('writes what was put while it wrote, afterwards and once', async () => {
    const page = await open();
    store.holds = ['write'];
    page.put('a', 1);
    await store.reached('write');
    page.put('b', 2);
    await turns();
    page.put('c', 3);
    await turns();
    store.release();
    await page.stored();
    expect(store.asked.filter((method) => method === 'write').length).toBe(2);
    expect([...store.kept.values()]).toEqual([{ a: 1, b: 2, c: 3 }]);
    expect(page.told()).toEqual(['initiated', 'committed', 'committed']);
  });

  it('keeps what is put while a write fails', async () => {
    const page = await open();
    store.holds = ['write'];
    page.put('a', 1);
    await store.reached('write');
    page.put('b', 2);
    store.holds = [];
    store.held.splice(0)[0]?.answer(new Error('full'));
    await page.stored();
    expect([...store.kept.values()]).toEqual([{ a: 1, b: 2 }]);
    expect(page.told()).toEqual(['storeFailed', 'initiated', 'committed']);
  });

  for (const method of ['read', 'write', 'touch', 'destroy'] as const) {
    it(`does not go on after the application has ended during a ${method}`, async () => {
      const page = await open();
      page.put('a', 1);
      await page.stored();
      await rest();
      store.holds = [method];
      if (method === 'destroy') page.data.clear();
      else if (method === 'touch') await page.navigate('/x');
      else page.put('b', 1);
      await store.reached(method);
      page.put('later', 1);
      await turns();
      page.close();
      const asked = store.asked.length;
      store.release();
      await rest();
      expect(store.asked.length).toBe(asked);
    });
  }

  for (const method of ['read', 'write'] as const) {
    it(`leaves nothing where a sign-out comes during a ${method}`, async () => {
      const page = await open();
      await page.become(ADA);
      page.put('a', 1);
      await page.stored();
      await rest();
      store.holds = [method];
      page.put('b', 1);
      await store.reached(method);
      await page.signOut();
      expect(page.data.all()).toEqual({});
      store.release();
      await rest();
      await rest();
      expect(page.data.all()).toEqual({});
      expect(store.kept.size).toBe(0);
    });

    it(`shows nothing to somebody else who comes during a ${method}`, async () => {
      await reopenAsAda();
      store.holds = ['read'];
      const page = await open();
      await store.reached('read');
      if (method === 'write') {
        store.release();
        await until(() => page.get('secret') === 1);
        store.holds = ['write'];
        page.put('more', 1);
        await store.reached('write');
      }
      const seen: unknown[] = [];
      page.session.events.subscribe(() => seen.push(page.get('secret')));
      await page.become(UMA);
      page.put('mine', true);
      store.release();
      await page.stored();
      await rest();
      expect(page.data.all()).toEqual({ mine: true });
      expect(seen).not.toContain(1);
      expect(keptText()).not.toContain('secret');
      expect(keptText()).not.toContain('more');
    });
  }

  it('leaves nothing where a sign-out comes during the first write of all', async () => {
    const page = await open();
    await page.become(ADA);
    await rest();
    store.holds = ['write'];
    page.put('a', 1);
    await store.reached('write');
    await page.signOut();
    store.release();
    await until(() => store.asked.includes('destroy'));
    await rest();
    expect(store.kept.size).toBe(0);
    expect(localStorage.length).toBe(0);
    expect(page.told()).not.toContain('initiated');
  });

  it('is asked again where the session went on under another id meanwhile', async () => {
    const [first, second] = [await open(), await open(new HeldStore(store.kept))];
    await first.become(null);
    first.put('a', 1);
    await first.stored();
    store.holds = ['read'];
    first.put('b', 1);
    await store.reached('read');
    // The other tab takes its turn all the same, as after a lock that was held for too long.
    const [[id, data]] = [...store.kept] as [[string, Record<string, unknown>]];
    store.kept.delete(id);
    store.kept.set('another', { ...data, theirs: 2 });
    localStorage.setItem('ng-session', 'another');
    store.release();
    await first.stored();
    expect(first.data.all()).toEqual({ a: 1, b: 1, theirs: 2 });
    expect(first.data.sessionId()).toBe('another');
    expect([...store.kept.keys()]).toEqual(['another']);
    second.close();
  });

  it('at the end of the page, is told what it has not got, without a word from it', async () => {
    const page = await open();
    page.put('a', 1);
    await page.stored();
    await rest();
    store.holds = ['read'];
    page.put('b', 2);
    await store.reached('read');
    window.dispatchEvent(new Event('pagehide'));
    await until(() => [...store.kept.values()].some((data) => 'b' in data));
    expect(store.held.map(({ method }) => method)).toEqual(['read']);
    // A page that comes back goes on from there.
    store.release();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    page.put('c', 3);
    await page.stored();
    expect([...store.kept.values()]).toEqual([{ a: 1, b: 2, c: 3 }]);
  });

  it('at the end of the page, is told nothing over what was never read', async () => {
    const first = await open();
    first.put('a', 1);
    await first.stored();
    first.close();
    store.holds = ['read'];
    const page = await open();
    page.put('b', 2);
    await store.reached('read');
    window.dispatchEvent(new Event('pagehide'));
    await turns();
    expect([...store.kept.values()]).toEqual([{ a: 1 }]);
    store.release();
    await page.stored();
    expect([...store.kept.values()]).toEqual([{ a: 1, b: 2 }]);
  });

  it('never shows one the data of another, whatever comes in whatever order', async () => {
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.constant('put' as const) },
      { weight: 4, arbitrary: fc.constant('answer' as const) },
      { weight: 2, arbitrary: fc.constant('turn' as const) },
      fc.constantFrom('ada', 'uma', 'nobody', 'out', 'reload', 'fail'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
        const kept = new Map<string, StoredData>();
        let slow = new HeldStore(kept);
        slow.holds = ['read', 'write', 'destroy', 'touch'];
        let page = await open(slow);
        let mark = 0;
        for (const act of actions) {
          const { user } = page.session;
          if (act === 'put') page.put(`${user('name') ?? 'anybody'}-${mark++}`, mark);
          if (act === 'answer') slow.held.shift()?.answer();
          if (act === 'fail') slow.held.shift()?.answer(new Error('as it happens'));
          if (act === 'turn') await turns();
          if (act === 'ada') await page.become(ADA);
          if (act === 'uma') await page.become(UMA);
          if (act === 'nobody') await page.become(null);
          if (act === 'out') {
            await page.signOut();
            expect(page.data.all()).toEqual({});
          }
          if (act === 'reload') {
            page.close();
            slow.release();
            slow = new HeldStore(kept);
            slow.holds = ['read', 'write', 'destroy', 'touch'];
            page = await open(slow);
          }
          const other = user('id') === ADA.id ? 'Uma-' : user('id') === UMA.id ? 'Ada-' : 'nothing';
          const visible = Object.keys(page.data.all()).join();
          expect(visible).not.toContain(other);
        }
        slow.release();
        await page.become(UMA);
        page.put('last', 1);
        await until(() => {
          slow.release();
          return !page.data.hasBeenModified();
        });
        await rest();
        expect(Object.keys(page.data.all()).join()).not.toContain('Ada-');
        const stored = kept.get(page.data.sessionId());
        expect(JSON.stringify(stored)).toContain('"last":1');
        expect(JSON.stringify(stored)).not.toContain('Ada-');
        page.close();
        await clearBrowser();
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);
});
