import { TestBed } from '@angular/core/testing';
import { createStore, get, keys } from 'idb-keyval';
import { type SessionStore, type StoredData, indexedDbStore } from 'ng-session';
import { until } from '../../../spec/open-page';
import { clearBrowser } from '../../../spec/shared-browser';

describe('A page that goes, with indexedDbStore(),', () => {
  const sessions = createStore('ng-session', 'sessions');
  const words = 'ng-session:database:ng-session:last';
  let now = 0;
  let clock: jasmine.Spy;
  let commit: jasmine.Spy;

  const open = (age = Infinity): SessionStore =>
    TestBed.runInInjectionContext(() => indexedDbStore()({ age, name: 'ng-session' }));

  beforeEach(() => {
    now = 1_000_000;
    clock = spyOn(Date, 'now').and.callFake(() => now++);
    commit = spyOn(IDBTransaction.prototype, 'commit').and.callThrough();
  });

  afterEach(() => clearBrowser());

  /** Does it as the page goes, and has the browser drop what then waits for the database. */
  const leaveWith = async (work: () => unknown): Promise<void> => {
    commit.calls.reset();
    commit.and.callFake(function (this: IDBTransaction) {
      this.abort();
    });
    window.dispatchEvent(new Event('pagehide'));
    await Promise.resolve(work()).catch(() => undefined);
    expect(commit).toHaveBeenCalled();
    commit.and.callThrough();
    TestBed.resetTestingModule();
  };

  it('loses nothing that was written', async () => {
    const store = open();
    await store.write('id', { a: 1 });
    await leaveWith(() => store.write('id', { a: 2 }));
    expect((await get<{ data: object }>('id', sessions))?.data).toEqual({ a: 1 });
    const next = open();
    expect(await next.read('id')).toEqual({ a: 2 });
    expect((await get<{ data: object }>('id', sessions))?.data).toEqual({ a: 2 });
    expect(localStorage.getItem(words)).toBeNull();
  });

  it('loses nothing of several sessions, and of none more than once', async () => {
    const store = open();
    await leaveWith(() =>
      Promise.allSettled([
        store.write('one', { a: 1 }),
        store.write('two', { a: 2 }),
        store.write('one', { a: 3 }),
      ]),
    );
    expect(JSON.parse(localStorage.getItem(words) ?? '')).toHaveSize(2);
    const next = open();
    expect([await next.read('one'), await next.read('two')]).toEqual([{ a: 3 }, { a: 2 }]);
  });

  it('leaves nothing of a session that it ended', async () => {
    const store = open();
    await store.write('id', { a: 1 });
    await leaveWith(() => store.destroy('id'));
    expect(await open().read('id')).toBeNull();
    expect(await keys<string>(sessions)).toEqual([]);
  });

  for (const [what, come] of [
    ['the next page', () => open()],
    [
      'another tab',
      (other: SessionStore) => {
        other.watch?.(() => undefined);
        window.dispatchEvent(new StorageEvent('storage', { key: words, newValue: '[]' }));
      },
    ],
  ] as const) {
    it(`leaves nothing for long: ${what} clears it away, whatever is read there`, async () => {
      const other = open();
      const store = open();
      await store.write('id', { iban: 'DE1' });
      await leaveWith(() => store.destroy('id'));
      expect(await keys<string>(sessions)).toEqual(['id']);
      come(other);
      await until(() => localStorage.getItem(words) === null);
      expect(await keys<string>(sessions)).toEqual([]);
    });
  }

  it('needs no clock that goes on', async () => {
    const clocks = {
      'stands still': () => 0,
      'is set back': () => -5000,
    };
    for (const [id, step] of Object.entries(clocks)) {
      for (const wait of ['written', 'read'] as const) {
        const now = 1_000_000;
        clock.and.returnValue(now);
        let store = open();
        await store.write(id, { a: 1 });
        if (wait === 'read') {
          store = open();
          await store.read(id);
        }
        clock.and.returnValue(now + step());
        await leaveWith(() => store.write(id, { a: 2 }));
        expect(await open().read(id))
          .withContext(`${id}, ${wait}`)
          .toEqual({ a: 2 });
      }
    }
  });

  it('keeps alive what it wrote last, and no longer than its age from then', async () => {
    const other = open(1000);
    const store = open(1000);
    await store.write('id', { a: 1 });
    now += 900;
    await leaveWith(() => store.write('id', { a: 2 }));
    now += 900;
    await other.touch('id');
    now += 900;
    const next = open(1000);
    expect(await next.read('id')).toEqual({ a: 2 });
    await leaveWith(() => next.write('id', { a: 3 }));
    now += 1001;
    await open(1000).touch('id');
    expect(await open(1000).read('id')).toBeNull();
  });

  it('changes nothing that another tab wrote or ended since', async () => {
    const changes: [string, (other: SessionStore) => unknown, StoredData | null][] = [
      ['wrote', (other) => other.write('wrote', { a: 3 }), { a: 3 }],
      ['ended', (other) => other.destroy('ended'), null],
    ];
    for (const [id, change, expected] of changes) {
      const store = open();
      await store.write(id, { a: 1 });
      await leaveWith(() => store.write(id, { a: 2 }));
      const said = localStorage.getItem(words) ?? '';
      expect(said).toContain('"a":2');
      const other = open();
      await change(other);
      expect(localStorage.getItem(words)).withContext(id).toBeNull();
      // As if the other tab had not seen it.
      if (id === 'wrote') localStorage.setItem(words, said);
      expect(await other.read(id))
        .withContext(id)
        .toEqual(expected);
    }
  });

  it('brings nothing back that another tab ends while it is taken over', async () => {
    const other = open();
    const store = open();
    await other.write('id', { a: 1 });
    await store.write('id', { a: 1 });
    await leaveWith(() => store.write('id', { a: 2 }));
    // It has a database to open first.
    const read = open().read('id');
    await other.destroy('id');
    expect(await read).toBeNull();
  });

  it('says nothing twice: what arrives is not kept elsewhere', async () => {
    const store = open();
    window.dispatchEvent(new Event('pagehide'));
    const written = store.write('id', { a: 1 });
    expect(localStorage.getItem(words)).toContain('"a":1');
    await written;
    expect(localStorage.getItem(words)).toBeNull();
    window.dispatchEvent(new Event('pageshow'));
    void store.write('id', { a: 2 });
    expect(localStorage.getItem(words)).toBeNull();
  });

  it('still writes where a storage is full, blocked or spoilt', async () => {
    const faults = [
      () => localStorage.setItem(words, '[{"id":1},null,{"id":"id","at":1,"data":[]}]'),
      () => localStorage.setItem(words, '{"id":'),
      () => spyOn(Storage.prototype, 'setItem').and.throwError('full'),
      () => spyOn(Storage.prototype, 'getItem').and.throwError('blocked'),
    ];
    for (const [index, fault] of faults.entries()) {
      fault();
      const store = open();
      window.dispatchEvent(new Event('pagehide'));
      await store.write('id', { a: index });
      window.dispatchEvent(new Event('pageshow'));
      expect(await store.read('id')).toEqual({ a: index });
    }
  });

  it('counts where there is no room for what it said', async () => {
    const store = open();
    await store.write('id', { a: 1 });
    await store.write('ended', { a: 1 });
    await leaveWith(() =>
      Promise.allSettled([store.write('id', { a: 2 }), store.destroy('ended')]),
    );
    const refuse = function (this: IDBObjectStore) {
      this.transaction.abort();
      return null as never;
    };
    const put = spyOn(IDBObjectStore.prototype, 'put').and.callFake(refuse);
    const next = open();
    expect(await next.read('id')).toEqual({ a: 2 });
    expect(await next.read('ended')).toBeNull();
    put.and.callThrough();
    await next.write('id', { a: 2, b: 1 });
    expect(await open().read('id')).toEqual({ a: 2, b: 1 });
  });

  it('is not talked over where tabs tell each other of changes by the storage', async () => {
    const { BroadcastChannel: channels } = window;
    Reflect.deleteProperty(window, 'BroadcastChannel');
    try {
      const store = open();
      await store.write('one', { a: 1 });
      await leaveWith(() => store.write('one', { a: 2 }));
      const said = localStorage.getItem(words) ?? '';
      expect(said).toContain('"a":2');
      const other = open();
      await until(() => localStorage.getItem(words) === null);
      localStorage.setItem(words, said);
      await other.write('two', {});
      expect(localStorage.getItem(words)).toBe(said);
    } finally {
      window.BroadcastChannel = channels;
    }
  });

  it('is heard by the other tabs', () => {
    let heard = 0;
    const stop = open().watch?.(() => heard++);
    const tell = (key: string, newValue: string | null) =>
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    tell(words, '[]');
    tell(words, null);
    tell('other', '[]');
    expect(heard).toBe(1);
    stop?.();
    tell(words, '[]');
    expect(heard).toBe(1);
  });
});
