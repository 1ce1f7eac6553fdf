import { type NgSessionConfig, SessionError, provideNgSession } from 'ng-session';
import { resolveConfig } from './resolve-config';
import { setUp, settle } from '../../../spec/set-up';

describe('the configuration', () => {
  it('has the defaults of the usual routes', () => {
    const { parseUser, identity, roles, ...config } = resolveConfig({});
    expect(config).toEqual({
      signInUrl: '/api/users/sign-in',
      signOutUrl: '/api/users/sign-out',
      updateUrl: '/api/session',
      baseUrl: '',
      cache: 0,
      apiOrigins: [],
      signInPath: '/sign-in',
      forbiddenPath: '/forbidden',
      returnUrlParam: 'returnUrl',
      timeout: 10_000,
    });
    const user = { id: 7, roles: ['a'] };
    expect([parseUser(user), identity(user), roles(user)]).toEqual([user, 7, ['a']]);
  });

  it('takes the default for what is undefined', () => {
    const { updateUrl, timeout } = resolveConfig({ updateUrl: undefined, timeout: undefined });
    expect([updateUrl, timeout]).toEqual(['/api/session', 10_000]);
  });

  const urls: readonly [config: NgSessionConfig, updateUrl: string][] = [
    [{ baseUrl: 'https://api.example.com' }, 'https://api.example.com/api/session'],
    [{ baseUrl: 'https://api.example.com/' }, 'https://api.example.com/api/session'],
    [{ baseUrl: '/v1' }, '/v1/api/session'],
    [{ baseUrl: 'https://api.example.com', updateUrl: 'me' }, 'https://api.example.com/me'],
    [{ baseUrl: 'https://a.example.com/v1', updateUrl: '/me' }, 'https://a.example.com/v1/me'],
    [
      { baseUrl: 'https://a.example.com', updateUrl: 'https://b.example.com/me' },
      'https://b.example.com/me',
    ],
  ];
  for (const [config, updateUrl] of urls) {
    it(`joins ${JSON.stringify(config)}`, () => {
      expect(resolveConfig(config).updateUrl).toBe(updateUrl);
    });
  }

  const caches: readonly [NgSessionConfig['cache'], number][] = [
    [false, 0],
    [true, Infinity],
    [0, 0],
    [1500, 1500],
    ['30s', 30_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['250ms', 250],
    ['1.5h', 5_400_000],
    ['2 days', 172_800_000],
  ];
  for (const [cache, milliseconds] of caches) {
    it(`reads the cache ${String(cache)}`, () => {
      expect(resolveConfig({ cache }).cache).toBe(milliseconds);
    });
  }

  const wrong: readonly NgSessionConfig[] = [
    { cache: 'soon' },
    { cache: '' },
    { cache: '5 parsecs' },
    { cache: -1 },
    { cache: '-5m' },
    { cache: NaN },
    { cache: {} as unknown as string },
    { timeout: 0 },
    { timeout: -1 },
    { timeout: 1.5 },
    { timeout: NaN },
    { timeout: Infinity },
    { timeout: '5s' as unknown as number },
    { baseUrl: 'https://user:secret@api.example.com' },
    { updateUrl: 'https://user@api.example.com/api/session' },
    { baseUrl: 'ftp://example.com' },
    { baseUrl: 'https://' },
    { baseUrl: 'javascript:alert(1)//' },
    { signInUrl: 'blob:https://example.com/1' },
    { signOutUrl: 'data:text/plain,' },
    { updateUrl: '\\\\evil.example.com\\x' },
    { updateUrl: 7 as unknown as string },
    { baseUrl: 'api.example.com' },
    { baseUrl: 'https:user:secret@api.example.com' },
    { returnUrlParam: '' },
    { apiOrigins: null as unknown as string[] },
    { apiOrigins: ['api.example.com'] },
    { apiOrigins: ['null'] },
    { apiOrigins: ['*'] },
    { apiOrigins: ['https://*.example.com'] },
    { apiOrigins: ['https://api.example.com/v1'] },
    { apiOrigins: ['https://api.example.com?x'] },
    { apiOrigins: ['https://me@api.example.com'] },
    { apiOrigins: ['ws://api.example.com'] },
    { apiOrigins: 'https://api.example.com' as unknown as string[] },
    { parseUser: {} as unknown as () => null },
    { identity: 'id' as unknown as () => null },
    { roles: ['admin'] as unknown as () => null },
    { signInPath: 'sign-in' },
    { forbiddenPath: 'https://example.com' },
    { signInPath: '//example.com' },
    { forbiddenPath: '/\\example.com' },
  ];
  for (const [index, config] of wrong.entries()) {
    const [key, value] = Object.entries(config)[0] as [string, unknown];
    it(`refuses ${key} ${JSON.stringify(value)} at start-up, naming it (${String(index)})`, () => {
      let error: unknown;
      try {
        provideNgSession(config);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(SessionError);
      expect((error as SessionError).code).toBe('invalid-config');
      expect((error as SessionError).message).toContain(key);
      expect((error as SessionError).message).toContain('must');
    });
  }

  it('never shows a password that was put into a URL', () => {
    for (const baseUrl of [
      'https://user:secret@api.example.com',
      'https:user:secret@api.example.com',
    ]) {
      let message = '';
      try {
        provideNgSession({ baseUrl });
      } catch (error) {
        message = (error as SessionError).message;
      }
      expect(message).toContain('baseUrl');
      expect(message).not.toContain('secret');
    }
  });

  it('may be left out', async () => {
    const { session, get } = setUp();
    const resolved = session.resolve();
    get().flush(null);
    await resolved;
    await settle();
    expect(session.status()).toBe('unauthenticated');
  });
});
