import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { Component, type EnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import {
  SessionService,
  TokenSession,
  provideNgSession,
  tokenInterceptor,
  withTokens,
} from 'ng-session';

import { ExpiredNotice } from './expired-notice';
import { type LoginWidget, ProviderSignIn } from './provider-sign-in';
import { PublicPrices } from './public-prices';
import { describeToken } from './read-token';
import { TeamSwitch } from './team-switch';
import { appConfig } from './token.config';
import { TOKEN_EXAMPLES } from './token-examples';

const encode = (part: object) => btoa(JSON.stringify(part)).replaceAll('=', '');
const tokenOf = (claims: object) => `${encode({ alg: 'none' })}.${encode(claims)}.x`;
const ADA = { sub: '1', name: 'Ada', roles: ['admin'], exp: Date.now() / 1000 + 3600 };

@Component({ template: '' })
class Page {}

const load = (providers: EnvironmentProviders[]) => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', component: Page }]),
      provideHttpClient(withInterceptors([tokenInterceptor])),
      provideHttpClientTesting(),
      ...providers,
    ],
  });
  return {
    tokens: TestBed.inject(TokenSession),
    session: TestBed.inject(SessionService),
    server: TestBed.inject(HttpTestingController),
  };
};
/** The request to this URL, when it comes: what waits for a lock takes its time. */
const sent = async (server: HttpTestingController, url: string): Promise<TestRequest> => {
  for (;;) {
    const [request] = server.match(url);
    if (request) return request;
    await turn();
  }
};
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the examples of token sessions', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  for (const example of ['memory', 'local', 'from', 'getter', 'former'] as const) {
    it(`sign in with a token: ${example}`, async () => {
      const { tokens, session, server } = load(TOKEN_EXAMPLES[example]);
      const signedIn = tokens.authenticate(tokenOf(ADA));
      (await sent(server, '/api/session')).flush({ id: 1, name: 'Ada', roles: [] });
      await signedIn;
      expect(session.user()?.name).toBe('Ada');
      expect(localStorage.length).toBe(['local', 'former'].includes(example) ? 1 : 0);
    });
  }

  it('find the token that the app has stored by itself, and remove it by a sign-out', async () => {
    localStorage.setItem('id_token', tokenOf(ADA));
    const { tokens } = load(TOKEN_EXAMPLES.former);
    expect(tokens.claims()?.sub).toBe('1');
    await tokens.unauthenticate();
    expect(localStorage.length).toBe(0);
  });

  it('send the token of the session, or that of another API, and none after a sign-out', async () => {
    localStorage.setItem('maps_token', 'of the maps');
    const { tokens, session, server } = load(TOKEN_EXAMPLES.getter);
    const token = tokenOf(ADA);
    const signedIn = tokens.authenticate(token);
    (await sent(server, '/api/session')).flush({ id: 1, name: 'Ada', roles: [] });
    await signedIn;
    const http = TestBed.inject(HttpClient);
    const bearerOf = (url: string) => {
      http.get(url).subscribe();
      return server.expectOne(url).request.headers.get('Authorization');
    };
    expect(bearerOf('/api/orders')).toBe(`Bearer ${token}`);
    expect(bearerOf('https://maps.example.com/tiles')).toBe('Bearer of the maps');
    await tokens.unauthenticate();
    expect(bearerOf('/api/orders')).toBe(null);
    expect(session.user()).toBe(null);
  });

  it('renew the token, and the page with it', async () => {
    let count = 0;
    const { tokens, server } = load([
      provideNgSession(
        {},
        withTokens({
          user: () => ({ id: 1, name: 'Ada', roles: [] }),
          refresh: async () => (count++ ? null : tokenOf({ ...ADA, jti: 'next' })),
        }),
      ),
    ]);
    await tokens.authenticate(tokenOf(ADA));
    const page = TestBed.createComponent(TeamSwitch);
    const button = (page.nativeElement as HTMLElement).querySelector('button');
    await page.whenStable();
    button?.click();
    (await sent(server, '/api/team')).flush(null);
    while (tokens.claims()?.jti !== 'next') await turn();
    button?.click();
    (await sent(server, '/api/team')).flush(null);
    while (TestBed.inject(Router).url !== '/sign-in') await turn();
    expect(tokens.token()).toBe(null);
  });

  it('sign in with what a token says', async () => {
    const { tokens, session } = load(TOKEN_EXAMPLES.claims);
    await tokens.authenticate(tokenOf(ADA));
    expect(session.user()).toEqual({ id: 1, name: 'Ada', roles: ['admin'] });
    expect(session.hasRole('admin')).toBe(true);
  });

  it('keep the token to their origins', () => {
    expect(() => load(TOKEN_EXAMPLES.requests)).not.toThrow();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), ...TOKEN_EXAMPLES.tabs],
    });
    expect(TestBed.inject(SessionService).user()).toBeNull();
  });

  it('get a new token by a cookie', async () => {
    TestBed.configureTestingModule({
      providers: [...appConfig.providers, provideHttpClientTesting()],
    });
    const session = TestBed.inject(SessionService);
    const server = TestBed.inject(HttpTestingController);
    const updated = session.update();
    const post = await sent(server, 'https://api.example.com/api/token');
    expect(post.request.withCredentials).toBe(true);
    post.flush({ token: tokenOf(ADA) });
    const get = await sent(server, 'https://api.example.com/api/session');
    get.flush({ id: 1, name: 'Ada', roles: ['admin'] });
    await updated;
    expect(session.user()?.name).toBe('Ada');
    const ended = TestBed.inject(TokenSession).refresh();
    (await sent(server, 'https://api.example.com/api/token')).flush(null, {
      status: 204,
      statusText: 'No Content',
    });
    expect(await ended).toBe(false);
    expect(session.user()).toBe(null);
  });

  it('take the token of a widget', async () => {
    const { session } = load([...TOKEN_EXAMPLES.claims]);
    let tell: (result: { idToken: string }) => void = () => undefined;
    const widget: LoginWidget = {
      on: (_, listener) => (tell = listener),
      show: () => {
        tell({ idToken: tokenOf(ADA) });
      },
    };
    const page = TestBed.createComponent(ProviderSignIn);
    page.componentRef.setInput('widget', widget);
    await page.whenStable();
    (page.nativeElement as HTMLElement).querySelector('button')?.click();
    await turn();
    expect(session.user()?.name).toBe('Ada');
    expect(TestBed.inject(Router).url).toBe('/account');
  });

  it('say that a session has ended', async () => {
    localStorage.setItem('ng-session.token', tokenOf({ ...ADA, exp: 1 }));
    load([...TOKEN_EXAMPLES.local]);
    const notice = TestBed.createComponent(ExpiredNotice);
    await turn();
    await notice.whenStable();
    expect((notice.nativeElement as HTMLElement).textContent).toContain('Your session has ended.');
  });

  it('read a token', () => {
    expect(describeToken(tokenOf({ ...ADA, exp: undefined }))).toBe(
      'It is for 1, until further notice.',
    );
    expect(describeToken(tokenOf({ ...ADA, exp: 1 }))).toContain('over');
  });

  it('ask without a token', async () => {
    const { tokens, server } = load([
      provideNgSession({}, withTokens({ user: () => ({ id: 1, name: 'Ada', roles: [] }) })),
    ]);
    await tokens.authenticate(tokenOf(ADA));
    TestBed.inject(PublicPrices).read().subscribe();
    expect(server.expectOne('/api/prices').request.headers.has('Authorization')).toBe(false);
  });
});
