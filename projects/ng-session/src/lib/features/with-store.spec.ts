import {
  type NgSessionFeature,
  type StoreOptions,
  memoryStore,
  webStorage,
  withStore,
} from 'ng-session';
import { closePages, openPage, rest, until } from '../../../spec/open-page';
import { ADA, UMA } from '../../../spec/set-up';
import { tellTabs } from '../../../spec/shared-browser';

const kept = (): Record<string, string> =>
  Object.fromEntries(Object.entries(localStorage) as [string, string][]);

describe('withStore', () => {
  afterEach(() => {
    closePages();
    localStorage.clear();
    sessionStorage.clear();
  });

  const open = (
    options?: StoreOptions,
    feature: NgSessionFeature = withStore(webStorage('local'), options),
  ) => openPage({ features: [feature] });

  it('has what was kept before anything is rendered', async () => {
    const first = await open();
    expect(first.data.fresh()).toBeTrue();
    first.put('cart.items.0', { name: 'Tea', count: 1n });
    await first.stored();
    first.close();

    const second = await open();
    expect(second.get('cart.items.0')).toEqual({ name: 'Tea', count: 1n });
    expect(second.data.sessionId()).toBe(first.data.sessionId());
    expect(second.data.fresh()).toBeFalse();
    expect(second.data.hasBeenModified()).toBeFalse();
  });

  it('writes a thousand puts of a turn once', async () => {
    const page = await open();
    await rest();
    const write = spyOn(Storage.prototype, 'setItem').and.callThrough();
    for (let n = 0; n < 1000; n++) page.put(`n.${n}`, n);
    expect(page.data.hasBeenModified()).toBeTrue();
    await page.stored();
    expect(page.told()).toEqual(['initiated', 'committed']);
    expect(write.calls.allArgs().filter(([, value]) => value.startsWith('{')).length).toBe(1);
    expect(Object.keys(page.get('n') as object).length).toBe(1000);
  });

  it('writes nothing where nothing has changed, and keeps the session alive', async () => {
    const page = await open({ age: '1h' });
    page.put('a', 1);
    await page.stored();
    await rest();
    const id = page.data.sessionId();
    const write = spyOn(Storage.prototype, 'setItem').and.callThrough();
    await page.navigate('/next');
    await until(() => write.calls.any());
    expect(write.calls.allArgs().map(([key]) => key)).toEqual([`ng-session:${id}:until`]);
    expect(page.told()).not.toContain('migrated');
  });

  it('destroys what has become empty, under an id that stays', async () => {
    const page = await open();
    const id = page.data.sessionId();
    page.put('a', 1);
    await page.stored();
    page.data.clear();
    await until(() => page.told().length === 3);
    expect(page.told()).toEqual(['initiated', 'committed', 'committed']);
    expect(localStorage.length).toBe(0);
    expect(page.data.sessionId()).toBe(id);
    page.put('b', 1);
    await page.stored();
    expect(page.data.sessionId()).toBe(id);
    expect(page.told().at(-2)).toBe('initiated');
  });

  it('has not been modified for long where nothing comes of it', async () => {
    const page = await open();
    await rest();
    page.data.clear();
    await page.stored();
    await rest();
    page.put('a', 1);
    page.data.forget(['a'] as never);
    await page.stored();
    expect(page.told()).toEqual([]);
  });

  it('is well again at once where what could not be stored is taken back', async () => {
    const page = await open();
    await rest();
    spyOn(Storage.prototype, 'setItem').and.throwError('There is no room.');
    page.put('a', 1);
    await until(() => page.session.error() !== null);
    page.data.clear();
    // Long before it would be tried again.
    await rest();
    expect(page.session.error()).toBeNull();
    expect(localStorage.length).toBe(0);
  });

  it('keeps data of a user that `identity` does not expect', async () => {
    const features = [withStore(webStorage('local'))];
    const identity = (): never => {
      throw new TypeError('It has no team.');
    };
    const page = await openPage({ features, config: { identity } });
    await page.become(ADA);
    page.put('a', 1);
    await page.stored();
    expect(JSON.stringify(kept())).toContain('"a":1'.replaceAll('"', '\\"'));
  });

  it('keeps nothing where it is not enabled', async () => {
    const page = await open({ enabled: false });
    page.put('a', 1);
    await rest();
    expect(page.get('a')).toBe(1);
    expect(localStorage.length).toBe(0);
    expect(page.events).toEqual([]);
  });

  it('keeps data in memory by default, with the same events', async () => {
    const page = await open({}, withStore(memoryStore()));
    page.put('a', 1);
    await page.stored();
    expect(page.told()).toEqual(['initiated', 'committed']);
  });

  it('has no say where a listener changes what was committed', async () => {
    const page = await open();
    page.session.events.subscribe(({ type }) => {
      if (type === 'initiated') page.put('heard', true);
    });
    page.put('a', 1);
    await until(() => page.told().length === 3);
    page.close();
    expect((await open()).data.all()).toEqual({ a: 1, heard: true });
  });

  it('shows what another tab has changed', async () => {
    const [first, second] = [await open(), await open()];
    first.put('a', 1);
    await first.stored();
    tellTabs();
    await until(() => second.get('a') === 1);
    expect(second.data.hasBeenModified()).toBeFalse();
  });

  it('tells those who listen from the start of what failed before', async () => {
    localStorage.setItem('ng-session', 'id');
    localStorage.setItem('ng-session:id', 'no JSON');
    localStorage.setItem('ng-session:id:until', 'Infinity');
    const page = await open();
    await rest();
    expect(page.told()).toEqual(['storeFailed']);
  });

  it('does nothing any more once the application has ended', async () => {
    const page = await open({ age: 1000 });
    page.put('a', 1);
    page.close();
    await rest();
    window.dispatchEvent(new Event('pagehide'));
    await rest();
    expect(localStorage.length).toBe(0);
  });

  it('goes on under another id after a sign-in, with the cart', async () => {
    const page = await open();
    await page.become(null);
    page.put('basket', 1);
    await page.stored();
    const anonymous = page.data.sessionId();
    await page.signIn(ADA);
    await until(() => page.told().includes('migrated'));
    expect(page.data.sessionId()).not.toBe(anonymous);
    expect(page.get('basket')).toBe(1);
    await rest();
    expect(JSON.stringify(kept())).not.toContain(anonymous);
    expect(localStorage.getItem(`ng-session:${page.data.sessionId()}`)).toContain('"basket":1');
  });

  it('has another id after a sign-in where nothing was kept', async () => {
    const page = await open();
    await page.become(null);
    const anonymous = page.data.sessionId();
    await page.signIn(ADA);
    expect(page.data.sessionId()).not.toBe(anonymous);
  });

  it('destroys the data with a sign-out, at once for who looks on', async () => {
    const page = await open();
    await page.become(ADA);
    page.put('basket', 1);
    await page.stored();
    const id = page.data.sessionId();
    await page.signOut();
    expect(page.data.all()).toEqual({});
    expect(page.data.sessionId()).not.toBe(id);
    expect(page.data.fresh()).toBeTrue();
    await until(() => localStorage.length === 0);
  });

  it('keeps the data of who is signed in when a sign-in to the same account follows a 401', async () => {
    const page = await open();
    await page.become(ADA);
    page.put('draft', 'long');
    await page.stored();
    await page.become(null);
    await page.signIn(ADA);
    expect(page.get('draft')).toBe('long');
  });

  describe('never shows data to somebody else', () => {
    it('a page load later', async () => {
      const first = await open();
      await first.become(ADA);
      first.put('secret', 1);
      await first.stored();
      first.close();

      const second = await open();
      expect(second.get('secret')).toBe(1);
      const seen: unknown[] = [];
      second.session.events.subscribe(() => seen.push(second.get('secret')));
      await second.become(UMA);
      expect(second.data.all()).toEqual({});
      expect(seen).not.toContain(1);
      await until(() => !JSON.stringify(kept()).includes('secret'));
    });

    it('that came to be theirs after it was loaded', async () => {
      const first = await open();
      first.put('cart', 1);
      await first.stored();
      await first.become(ADA);
      await rest();
      first.close();
      const second = await open();
      await second.become(UMA);
      expect(second.data.all()).toEqual({});
    });

    it('that was not stored yet', async () => {
      const page = await open();
      await page.become(ADA);
      page.put('secret', 1);
      await page.become(UMA);
      await rest();
      expect(page.data.all()).toEqual({});
      expect(JSON.stringify(kept())).not.toContain('secret');
    });

    it('that another tab had added when they signed out', async () => {
      const [first, second] = [await open(), await open()];
      first.put('a', 1);
      await first.stored();
      await second.become(null);
      second.data.put(['b'], 1);
      await first.signOut();
      await rest();
      expect(first.data.all()).toEqual({});
    });
  });

  it('writes at the last moment of the page, within the event', async () => {
    const page = await open();
    await rest();
    page.put('last', 'word');
    window.dispatchEvent(new Event('pagehide'));
    page.close();
    expect((await open()).get('last')).toBe('word');
  });

  it('says which option is wrong', () => {
    const wrong: [StoreOptions, RegExp][] = [
      [{ age: 0 }, /age/],
      [{ age: -1 }, /age/],
      [{ age: NaN }, /age/],
      [{ age: 'soon' }, /soon/],
      [{ version: -1 }, /version/],
      [{ version: 1.5 }, /version/],
      [{ name: '' }, /name/],
      [{ name: 'a b' }, /a b/],
      [{ name: 'a=b;' }, /a=b/],
    ];
    for (const [options, message] of wrong) {
      expect(() => withStore(memoryStore(), options)).toThrowError(message);
    }
  });
});
