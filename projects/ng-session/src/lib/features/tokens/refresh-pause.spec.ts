import { HttpClient, HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import {
  type SessionError,
  type TokenOptions,
  TokenSession,
  tokenInterceptor,
  withTokens,
} from 'ng-session';
import { pass, settle, useFakeTime } from '../../../../spec/fake-time';
import { closePages, openPage } from '../../../../spec/open-page';
import { ADA, failWith, setUp } from '../../../../spec/set-up';
import { inSeconds, tokenFor, userIn } from '../../../../spec/tokens';
import { pauseAfter } from './refresh-pause';

const KEY = 'ng-session.token';
const RETRY_AT = `${KEY}.retry-at`;

/** What a server that is not well answers. */
function busy(retryAfter?: string): HttpErrorResponse {
  const headers = new HttpHeaders(retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
  return new HttpErrorResponse({ status: 503, headers });
}

describe('pauseAfter', () => {
  const NOW = Date.UTC(2030, 0, 1);
  const table: readonly [what: string, Parameters<typeof pauseAfter>, number][] = [
    ['the first failure', [busy(), 1, NOW, 0], 1000],
    ['the first, by chance', [busy(), 1, NOW, 1], 500],
    ['the second', [busy(), 2, NOW, 0], 2000],
    ['the fifth', [busy(), 5, NOW, 0], 16_000],
    ['many', [busy(), 5000, NOW, 0], 60_000],
    ['many, by chance', [busy(), 5000, NOW, 1], 30_000],
    ['a bad network', [new TypeError('Failed to fetch'), 1, NOW, 0], 1000],
    ['a server that says for how long', [busy('120'), 1, NOW, 0], 120_000],
    ['one that says until when', [busy(new Date(NOW + 90_000).toUTCString()), 1, NOW, 0], 90_000],
    ['one that says less than it takes', [busy('1'), 7, NOW, 0], 60_000],
    ['one that wants it for ever', [busy('86400'), 1, NOW, 0], 300_000],
    ['one that says something else', [busy('soon'), 1, NOW, 0], 1000],
  ];
  for (const [what, given, expected] of table) {
    it(`waits ${String(expected)} ms after ${what}`, () => {
      expect(pauseAfter(...given)).toBe(expected);
    });
  }
});

describe('After a refresh that failed,', () => {
  useFakeTime();
  beforeEach(() => {
    spyOnProperty(navigator, 'locks').and.returnValue(undefined as never);
  });
  afterEach(() => {
    closePages();
    localStorage.clear();
  });

  /** An app whose token the API does not take any more, and whose refresh fails as the spec says. */
  const start = async (options: TokenOptions = {}) => {
    const state = { asked: 0, failure: busy() as unknown };
    const harness = setUp({
      features: [
        withTokens({
          user: userIn,
          refresh: () => {
            state.asked++;
            if (state.failure) return Promise.reject(state.failure);
            return Promise.resolve(tokenFor(ADA, { jti: String(state.asked) }));
          },
          ...options,
        }),
      ],
      interceptors: [tokenInterceptor],
    });
    const tokens = TestBed.inject(TokenSession);
    const signedIn = tokens.authenticate(tokenFor(ADA, { exp: inSeconds(86_400) }));
    await settle();
    await signedIn;
    const http = TestBed.inject(HttpClient);
    /** Sends a request that is refused, and says how it went. */
    const send = async () => {
      let failure: unknown;
      http.get('/api/orders').subscribe({ error: (error: unknown) => (failure = error) });
      for (const request of harness.server.match('/api/orders')) failWith(request, 401);
      await settle();
      for (const request of harness.server.match('/api/orders')) request.flush('ok');
      return failure;
    };
    return { ...harness, state, send };
  };

  it('nobody asks the server again at once, and each request fails as the refresh did', async () => {
    const { send, state, session } = await start();
    for (let count = 0; count < 20; count++) expect(await send()).toBe(state.failure);
    expect(state.asked).toBe(1);
    await pass(1000);
    await send();
    await send();
    expect(state.asked).toBe(2);
    await pass(1000 - 100);
    await send();
    expect(state.asked).toBe(2);
    expect(session.user()).toEqual(ADA);
  });

  it('it is asked again after a while, and then as ever', async () => {
    const { send, state } = await start();
    await send();
    await pass(1000);
    state.failure = null;
    expect(await send()).toBeUndefined();
    expect(state.asked).toBe(2);
    state.failure = busy();
    await send();
    await pass(1000);
    await send();
    expect(state.asked).toBe(4);
  });

  it('the server says for how long nobody does', async () => {
    const { send, state } = await start();
    state.failure = busy('120');
    await send();
    await pass(119_000);
    window.dispatchEvent(new Event('online'));
    await send();
    expect(state.asked).toBe(1);
    // With the tenth that is added by chance.
    await pass(14_000);
    await send();
    expect(state.asked).toBe(2);
  });

  it('it is asked at once when the network is back', async () => {
    const { send, state } = await start();
    state.failure = new TypeError('Failed to fetch');
    await send();
    window.dispatchEvent(new Event('online'));
    await send();
    expect(state.asked).toBe(2);
  });

  it('a clock that was set back does not keep it waiting', async () => {
    const { send, state } = await start();
    await send();
    jasmine.clock().mockDate(new Date(Date.now() - 3_600_000));
    await send();
    expect(state.asked).toBe(2);
  });

  it('tabs that share a storage wait too, until it has worked', async () => {
    const { send, state } = await start({ storage: 'local' });
    await send();
    expect(Number(localStorage.getItem(RETRY_AT))).toBeGreaterThan(Date.now());

    let count = 0;
    const other = await openPage({
      features: [
        withTokens({
          storage: 'local',
          user: userIn,
          refresh: async () => (count++, tokenFor(ADA, { jti: 'theirs' })),
        }),
      ],
      interceptors: [tokenInterceptor],
    });
    const reload = async () => {
      let code: string | undefined;
      other.session.reload().catch((error: unknown) => (code = (error as SessionError).code));
      await settle();
      return code;
    };
    expect(await reload()).toBe('network');
    expect(count).toBe(0);
    await pass(1000);
    expect(await reload()).toBeUndefined();
    expect(count).toBe(1);
    expect(localStorage.getItem(RETRY_AT)).toBeNull();
    state.failure = null;
    await send();
  });

  it('tabs that share a storage keep to what the server has asked another one for', async () => {
    const { send, state } = await start({ storage: 'local' });
    state.failure = busy('120');
    await send();
    const retryAt = localStorage.getItem(RETRY_AT);
    const refresh = jasmine.createSpy('refresh').and.resolveTo(null);
    const other = await openPage({
      features: [withTokens({ storage: 'local', user: userIn, refresh })],
    });
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(localStorage.getItem(RETRY_AT)).toBe(retryAt);
    let code: string | undefined;
    other.session.reload().catch((error: unknown) => (code = (error as SessionError).code));
    await settle();
    expect(code).toBe('network');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('a storage that is blocked keeps nothing from working', async () => {
    const { send, state } = await start({ storage: 'local' });
    spyOn(Storage.prototype, 'setItem').and.throwError('blocked');
    spyOn(Storage.prototype, 'getItem').and.throwError('blocked');
    spyOn(Storage.prototype, 'removeItem').and.throwError('blocked');
    await send();
    await send();
    expect(state.asked).toBe(1);
    await pass(1000);
    state.failure = null;
    expect(await send()).toBeUndefined();
  });

  it('nothing of it is in any other storage', async () => {
    let stored: string | null = null;
    const { send } = await start({
      storage: {
        get: () => stored,
        set: (token) => {
          stored = token;
        },
        remove: () => {
          stored = null;
        },
      },
    });
    const token = stored as string | null;
    await send();
    expect(stored as string | null).toBe(token);
    expect(localStorage.length).toBe(0);
  });
});
