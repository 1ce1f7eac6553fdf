import { DOCUMENT } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { createStore, get, keys, set } from 'idb-keyval';
import {
  type CookieStoreOptions,
  SessionError,
  SessionService,
  type SessionStore,
  type SessionStoreFactory,
  type StoredData,
  cookieStore,
  credentialsInterceptor,
  httpStore,
  indexedDbStore,
  provideNgSession,
  webStorage,
} from 'ng-session';
import { until } from '../../../spec/open-page';
import { failWith } from '../../../spec/set-up';
import { clearBrowser } from '../../../spec/shared-browser';

const SETTINGS = { age: Infinity, name: 'ng-session' };

describe('What is particular to the store', () => {
  afterEach(() => clearBrowser());

  const make = (factory: SessionStoreFactory, settings = SETTINGS): SessionStore =>
    TestBed.runInInjectionContext(() => factory(settings));

  for (const kind of ['local', 'session'] as const) {
    it(`webStorage('${kind}') clears away its own sessions that are over, and nothing else`, () => {
      const storage = kind === 'local' ? localStorage : sessionStorage;
      const stays = {
        'ng-session:alive': '{"a":1}',
        'ng-session:alive:until': String(Date.now() + 60_000),
        'ng-session:ever': '{"a":1}',
        'ng-session:ever:until': 'Infinity',
        'other:old': '{}',
        'other:old:until': '1',
        'ng-session.shop:old:until': '1',
        theme: 'dark',
      };
      const goes = {
        'ng-session:old': '{"a":1}',
        'ng-session:old:until': '1',
        'ng-session:half:until': '1',
      };
      for (const [key, value] of Object.entries({ ...stays, ...goes })) storage.setItem(key, value);
      void make(webStorage(kind)).read('whatever');
      expect(Object.fromEntries(Object.entries(storage) as [string, string][])).toEqual(stays);
    });
  }

  it("webStorage('local') holds what was there before a write that does not fit, for real", () => {
    const store = make(webStorage('local'));
    void store.write('id', { a: 1 });
    expect(() => store.write('id', { a: 'x'.repeat(6_000_000) })).toThrowMatching(
      (error: DOMException) => error.name === 'QuotaExceededError',
    );
    expect(store.read('id')).toEqual({ a: 1 });
  });

  it('indexedDbStore() clears away its sessions that are over with the first write', async () => {
    const sessions = createStore('ng-session', 'sessions');
    await set('old', { data: { a: 1 }, until: 1, at: 1 }, sessions);
    await set('alive', { data: { a: 1 }, until: Infinity, at: 1 }, sessions);
    const store = make(indexedDbStore());
    await store.write('mine', { a: 1 });
    expect((await keys<string>(sessions)).sort()).toEqual(['alive', 'mine']);
    expect(await get('mine', sessions)).toEqual({
      data: { a: 1 },
      until: Infinity,
      at: jasmine.any(Number),
    });
  });

  it('indexedDbStore() keeps its data in the database of its own', async () => {
    await make(indexedDbStore({ database: 'shop' })).write('id', { a: 1 });
    expect(await make(indexedDbStore()).read('id')).toBeNull();
    expect(await make(indexedDbStore({ database: 'shop' })).read('id')).toEqual({ a: 1 });
    await clearBrowser('shop');
  });

  describe('cookieStore()', () => {
    /** The cookie as it is set, with all its attributes. */
    const setCookie = (options?: CookieStoreOptions, age = 60_000, protocol = 'http:'): string => {
      const set: string[] = [];
      const page = {
        location: { protocol },
        get cookie() {
          return set.at(-1)?.split(';')[0] ?? '';
        },
        set cookie(text: string) {
          set.push(text);
        },
      };
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [{ provide: DOCUMENT, useValue: page }] });
      void make(cookieStore(options), { age, name: 'ng-session' }).write('id', { a: '; "é' });
      TestBed.resetTestingModule();
      return set.at(-1) ?? '';
    };

    it('sets all attributes', () => {
      expect(setCookie()).toMatch(
        /^ng-session=id:\w{8}:\{%22a%22:%22%3B%20%5C%22%C3%A9%22\}; Path=\/; SameSite=Lax; Max-Age=60$/,
      );
      expect(setCookie({}, 60_000, 'https:')).toContain('; SameSite=Lax; Secure; Max-Age=60');
      expect(setCookie({ sameSite: 'None' })).toContain('; SameSite=None; Secure;');
      expect(
        setCookie({ name: 'shop', path: '/shop', sameSite: 'Strict', domain: 'example.com' }),
      ).toMatch(/^shop=.*; Path=\/shop; SameSite=Strict; Domain=example.com; Max-Age=60$/);
      expect(setCookie({}, Infinity)).toMatch(/^ng-session=id::.*Max-Age=34560000$/);
      expect(setCookie({}, 1)).toContain('Max-Age=1');
    });

    it('holds 4096 bytes, measured as bytes, and says by how much more is too much', () => {
      const store = make(cookieStore());
      const room = 4096 - 'ng-session'.length - 'id::{%22a%22:%22%22}'.length;
      void store.write('id', { a: 'x'.repeat(room) });
      expect(store.read('id')).toEqual({ a: 'x'.repeat(room) });
      const before = document.cookie;

      const sizes: [string, number][] = [
        ['x'.repeat(room + 1), 4097],
        // Two bytes each, in three signs each.
        ['é'.repeat(Math.floor(room / 6) + 1), 4096 - room + 6 * (Math.floor(room / 6) + 1)],
      ];
      for (const [text, bytes] of sizes) {
        expect(() => store.write('id', { a: text })).toThrowMatching(
          (error) =>
            error instanceof SessionError &&
            error.code === 'store' &&
            error.message.includes(`${bytes} bytes`) &&
            error.message.includes('4096'),
        );
        expect(document.cookie).toBe(before);
      }
      // One cookie, never several.
      expect(
        document.cookie.split('; ').filter((cookie) => cookie.startsWith('ng-session')).length,
      ).toBe(1);
    });

    it('says so where the browser takes no such cookie', () => {
      const store = make(cookieStore({ domain: 'elsewhere.example' }));
      expect(() => store.write('id', { a: 1 })).toThrowError(/did not take the cookie/);
    });

    it('says which option is wrong', () => {
      const wrong: CookieStoreOptions[] = [
        { name: '' },
        { name: 'a=b' },
        { name: 'a;b' },
        { path: 'shop' },
        { path: '/a; Domain=x' },
        { domain: 'a;b' },
        { domain: '' },
        { sameSite: 'lax' as never },
      ];
      for (const options of wrong) {
        expect(() => cookieStore(options)).toThrowMatching(
          (error) =>
            error instanceof SessionError &&
            error.code === 'invalid-config' &&
            error.message.includes(Object.keys(options)[0]!),
        );
      }
    });
  });

  describe('httpStore()', () => {
    const set = (baseUrl = '') => {
      TestBed.configureTestingModule({
        providers: [
          provideRouter([]),
          provideHttpClient(withInterceptors([credentialsInterceptor])),
          provideHttpClientTesting(),
          provideNgSession({ baseUrl }),
        ],
      });
      return TestBed.inject(HttpTestingController);
    };

    it('asks with credentials, and changes with the XSRF header, under baseUrl', async () => {
      const server = set('https://api.example.com');
      document.cookie = 'XSRF-TOKEN=token; Path=/';
      const store = make(httpStore());
      const read = store.read('id');
      const get = server.expectOne('https://api.example.com/api/session/data');
      expect([get.request.method, get.request.withCredentials]).toEqual(['GET', true]);
      get.flush({});
      await read;
      server.expectNone({ method: 'PUT' });
      const written = store.write('id', { a: 1 });
      const put = server.expectOne({ method: 'PUT' });
      expect(put.request.withCredentials).toBeTrue();
      expect(put.request.headers.get('X-XSRF-TOKEN')).toBe('token');
      expect(put.request.body).toEqual({ a: 1 });
      put.flush(null);
      await written;
    });

    const answers: [string, unknown, number, unknown][] = [
      ['data', { a: 1 }, 200, { a: 1 }],
      ['an empty object', {}, 200, null],
      ['nothing', null, 200, null],
      ['204', null, 204, null],
      ['401', null, 401, null],
      ['404', null, 404, null],
      ['a list', [1], 200, 'fails'],
      ['a string', 'page', 200, 'fails'],
      ['403', null, 403, 'fails'],
      ['500', null, 500, 'fails'],
    ];
    for (const [name, body, status, expected] of answers) {
      it(`takes ${name} for ${JSON.stringify(expected)}`, async () => {
        const server = set();
        const read = Promise.resolve(make(httpStore()).read('id'));
        failWith(server.expectOne('/api/session/data'), status, body);
        await (expected === 'fails'
          ? expectAsync(read).toBeRejected()
          : expectAsync(read).toBeResolvedTo(expected as never));
      });
    }

    it('waits for its turn with sign-in and sign-out', async () => {
      const server = set();
      const store = make(httpStore({ url: '/data' }));
      const first = store.write('id', { a: 1 });
      const second = store.write('id', { a: 2 });
      const read = store.read('id');
      server.expectOne({ method: 'PUT' }).flush(null);
      await first;
      const put = await nextRequest(server, 'PUT');
      expect(put.request.body).toEqual({ a: 2 });
      server.expectNone({ method: 'GET' });
      put.flush(null);
      await second;
      (await nextRequest(server, 'GET')).flush({ a: 2 });
      expect(await read).toEqual({ a: 2 });
    });

    it('outlives the page with what it writes', async () => {
      const server = set();
      const written = make(httpStore()).write('id', {});
      const put = server.expectOne({ method: 'PUT' });
      expect(put.request.keepalive).toBeTrue();
      put.flush(null);
      await written;
    });

    /** Writes something whose answer the spec does not wait for. */
    const start = (store: SessionStore, data: StoredData): void => {
      void Promise.resolve(store.write('id', data)).catch(() => undefined);
    };

    it('takes no request that the page has taken along for a failure', async () => {
      const server = set();
      let isSettled = false as boolean;
      const settle = (): void => {
        isSettled = true;
      };
      Promise.resolve(make(httpStore()).read('id')).then(settle, settle);
      const get = server.expectOne({ method: 'GET' });
      window.dispatchEvent(new Event('pagehide'));
      get.error(new ProgressEvent('error'));
      await new Promise((resolve) => setTimeout(resolve));
      window.dispatchEvent(new Event('pageshow'));
      expect(isSettled).toBeFalse();
    });

    it('does not let its last word wait for one before', () => {
      const server = set();
      const store = make(httpStore());
      start(store, { a: 1 });
      server.expectOne({ method: 'PUT' });
      window.dispatchEvent(new Event('pagehide'));
      start(store, { a: 2 });
      const last = server.match({ method: 'PUT' });
      window.dispatchEvent(new Event('pageshow'));
      expect(last.map(({ request }) => request.body as object)).toEqual([{ a: 2 }]);
    });

    it('lets its last word wait for a sign-in', () => {
      const server = set();
      const store = make(httpStore());
      void TestBed.inject(SessionService).signIn({});
      window.dispatchEvent(new Event('pagehide'));
      start(store, { a: 1 });
      server.expectNone({ method: 'PUT' });
      window.dispatchEvent(new Event('pageshow'));
    });

    it('sends what is too large to outlive the page all the same', () => {
      const server = set();
      const store = make(httpStore());
      window.dispatchEvent(new Event('pagehide'));
      start(store, { a: 'x'.repeat(65_536) });
      window.dispatchEvent(new Event('pageshow'));
      expect(server.expectOne({ method: 'PUT' }).request.keepalive).toBe(false);
    });

    it('refuses a URL with user info', () => {
      set();
      expect(() => make(httpStore({ url: 'https://me:secret@example.com' }))).toThrowMatching(
        (error) =>
          error instanceof SessionError &&
          error.code === 'invalid-config' &&
          !error.message.includes('secret'),
      );
    });
  });
});

async function nextRequest(server: HttpTestingController, method: string) {
  let found = server.match({ method });
  await until(() => (found = found.length ? found : server.match({ method })).length > 0);
  return found[0]!;
}
