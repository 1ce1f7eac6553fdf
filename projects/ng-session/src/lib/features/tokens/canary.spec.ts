import { HttpClient } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  HasRole,
  SessionService,
  type TokenOptions,
  TokenSession,
  tokenInterceptor,
  unauthorizedInterceptor,
  withTabSync,
  withTokens,
} from 'ng-session';
import { rest } from '../../../../spec/open-page';
import { ADA, failWith, setUp } from '../../../../spec/set-up';
import { CANARY, tokenFor, userIn } from '../../../../spec/tokens';

@Component({
  imports: [HasRole],
  template: `<p *hasRole="'admin'">{{ session.user('name') }}</p>
    {{ session.error()?.message }}`,
})
class Page {
  protected readonly session = inject(SessionService);
}

describe('A token', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  /** All places in which the canary of the token is found, after a whole life of it. */
  const placesOf = async (options: TokenOptions): Promise<string[]> => {
    const found = new Set<string>();
    const token = tokenFor(ADA);
    // What is looked for: the whole, and what is in it.
    const search = (place: string, text: unknown) => {
      const all = typeof text === 'string' ? text : JSON.stringify(text);
      const parts = [token, ...token.split('.').slice(1), CANARY];
      if (parts.some((part) => all.includes(part))) found.add(place);
    };
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      spyOn(console, method).and.callFake((...told: unknown[]) =>
        search('console', told.map(String)),
      );
    }
    spyOn(BroadcastChannel.prototype, 'postMessage').and.callFake((message: unknown) =>
      search('channel', message ?? ''),
    );
    const harness = setUp({
      features: [withTokens(options), withTabSync()],
      interceptors: [unauthorizedInterceptor, tokenInterceptor],
      routes: [{ path: '**', component: Page }],
    });
    const { session, server, events } = harness;
    const tokens = TestBed.inject(TokenSession);
    const look = () => {
      search('localStorage', Object.entries(localStorage));
      search('sessionStorage', Object.entries(sessionStorage));
      search('cookie', document.cookie);
      search('URL', location.href);
      search('DOM', document.documentElement.outerHTML);
      search('event', events);
      search('data', session.data.all());
    };
    const errors: unknown[] = [];
    const page = TestBed.createComponent(Page);
    await tokens.authenticate(token);
    look();
    TestBed.inject(HttpClient)
      .get('/api/orders')
      .subscribe({ error: (error: unknown) => errors.push(error) });
    const request = server.expectOne('/api/orders');
    search('URL of a request', request.request.urlWithParams);
    failWith(request, 401);
    await rest();
    await page.whenStable();
    look();
    for (const rubbish of [
      `x${token}`,
      token.slice(0, -4) + '\n',
      token.split('.').slice(0, 2).join('.'),
    ]) {
      await tokens.authenticate(rubbish).catch((error: unknown) => errors.push(error));
    }
    await tokens.unauthenticate();
    look();
    for (const error of errors) {
      search('error', String(error));
      search('error', error instanceof Error ? [error.stack, String(error.cause)] : error);
    }
    return [...found].sort();
  };
  const withoutServer = { user: userIn };

  it('is nowhere but in memory', async () => {
    expect(await placesOf(withoutServer)).toEqual([]);
  });

  it('is in the one storage that was chosen', async () => {
    expect(await placesOf({ ...withoutServer, storage: 'local' })).toEqual(['localStorage']);
    expect(localStorage.length).toBe(0);
  });
});
