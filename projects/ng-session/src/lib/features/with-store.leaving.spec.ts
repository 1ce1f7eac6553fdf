import { type SessionStore, type StoredData, withStore } from 'ng-session';
import { HeldStore } from '../../../spec/held-store';
import { type Page, closePages, openPage, rest, turns, until } from '../../../spec/open-page';
import { ADA } from '../../../spec/set-up';
import { clearBrowser, tellTabs } from '../../../spec/shared-browser';

describe('A slow store, when the page goes or another tab signs out,', () => {
  let store: HeldStore;

  beforeEach(() => {
    store = new HeldStore();
  });
  afterEach(async () => {
    closePages();
    await clearBrowser();
  });

  const open = (one = store): Promise<Page> => openPage({ features: [withStore(one)] });
  const keptText = (): string => JSON.stringify([...store.kept]);
  /** A page of Ada, with something that she keeps. */
  const openAsAda = async (): Promise<Page> => {
    const page = await open();
    await page.become(ADA);
    page.put('profile.iban', 'DE1');
    await page.stored();
    await rest();
    return page;
  };
  /** The page goes: nothing that waits for an answer happens any more. */
  const leave = (page: Page): void => {
    window.dispatchEvent(new Event('pagehide'));
    page.close();
  };
  const signOutElsewhere = (): void => {
    localStorage.removeItem('ng-session');
    store.kept.clear();
  };

  it('is found again with the first write of all', async () => {
    const page = await open();
    await rest();
    page.put('a', 1);
    leave(page);
    await turns();
    expect((await open()).get('a')).toBe(1);
  });

  it('is found again with the first write of all on a server, which knows its session', async () => {
    let kept: StoredData | null = null;
    let current = 'of the server';
    const server: SessionStore = {
      reach: 'server',
      id: () => current,
      read: () => Promise.resolve(kept),
      write: async (id, data) => {
        current = id;
        kept = await Promise.resolve(data);
      },
      destroy: async () => {
        kept = await Promise.resolve(null);
      },
      touch: () => undefined,
    };
    const page = await openPage({ features: [withStore(server)] });
    await rest();
    page.put('a', 1);
    leave(page);
    await turns();
    expect(kept as unknown).toEqual({ a: 1 });
  });

  it('keeps nothing of what was forgotten while it was written', async () => {
    const page = await open();
    await rest();
    store.holds = ['write', 'destroy'];
    page.put('a', 1);
    await store.reached('write');
    page.data.forget('a');
    leave(page);
    store.release();
    await turns();
    expect([...store.kept]).toEqual([]);
  });

  it('is found again with what was, after a change that was taken back while it was written', async () => {
    const page = await open();
    page.put('a', 1);
    await page.stored();
    await rest();
    const before = page.get('a');
    store.holds = ['write'];
    page.put('a', 2);
    await store.reached('write');
    page.put('a', before);
    leave(page);
    store.release();
    await turns();
    expect((await open()).get('a')).toBe(1);
  });

  it('is found again with what was carried over a sign-in, and keeps no other', async () => {
    const page = await open();
    await page.become(null);
    page.put('cart', 1);
    await page.stored();
    await rest();
    const signedIn = page.signIn(ADA);
    await until(() => page.session.isAuthenticated());
    leave(page);
    await signedIn;
    await turns();
    expect((await open()).get('cart')).toBe(1);
    expect(store.kept.size).toBe(1);
  });

  for (const pause of ['in one turn', 'a moment later']) {
    it(`keeps nothing after a sign-out and the end of the page ${pause}`, async () => {
      const page = await openAsAda();
      void page.session.signOut();
      if (pause !== 'in one turn') await Promise.resolve();
      leave(page);
      await turns();
      expect([...store.kept]).toEqual([]);
    });
  }

  it('gets nothing of what was signed out elsewhere, although something was pending', async () => {
    const page = await openAsAda();
    page.put('profile.note', 1);
    signOutElsewhere();
    tellTabs('ng-session');
    await page.stored();
    await rest();
    expect(keptText()).not.toContain('DE1');
    expect(page.data.all()).toEqual({ profile: { note: 1 } });
  });

  it('gets nothing at the last moment over what could not be read', async () => {
    const page = await openAsAda();
    store.holds = ['read'];
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await store.reached('read');
    store.held.splice(0)[0]?.answer(new Error('away'));
    await turns();
    for (const id of store.kept.keys()) store.kept.set(id, { theirs: 1 });
    page.put('mine', 1);
    leave(page);
    await turns();
    expect([...store.kept.values()]).toEqual([{ theirs: 1 }]);
  });

  it('gets nothing of what was signed out elsewhere at the last moment', async () => {
    const page = await openAsAda();
    page.put('profile.note', 1);
    signOutElsewhere();
    leave(page);
    await turns();
    expect([...store.kept]).toEqual([]);
  });
});
