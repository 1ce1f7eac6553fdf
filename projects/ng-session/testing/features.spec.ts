import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  type NgSessionFeature,
  SessionError,
  SessionService,
  type SessionStore,
  TokenSession,
  memoryStore,
  tokenInterceptor,
  unauthorizedInterceptor,
  withStore,
  withTabSync,
  withTokens,
} from 'ng-session';
import {
  type NgSessionTestingOptions,
  SessionTestingController,
  provideNgSessionTesting,
} from 'ng-session/testing';
import { until } from '../spec/open-page';
import { ADA, UMA } from '../spec/set-up';
import { tokenFor } from '../spec/tokens';

describe('provideNgSessionTesting, with a feature,', () => {
  const begin = (options: NgSessionTestingOptions, ...features: NgSessionFeature[]) => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([unauthorizedInterceptor, tokenInterceptor])),
        provideHttpClientTesting(),
        provideNgSessionTesting(options, ...features),
      ],
    });
    return {
      session: TestBed.inject(SessionService),
      controller: TestBed.inject(SessionTestingController),
      server: TestBed.inject(HttpTestingController),
    };
  };
  /** `withTokens`, where this one is stored. */
  const withToken = (token: string) => {
    let stored: string | null = token;
    return withTokens({
      storage: {
        get: () => stored,
        set: (next) => {
          stored = next;
        },
        remove: () => {
          stored = null;
        },
      },
    });
  };

  for (const [what, feature] of Object.entries({
    withStore: () => withStore(memoryStore()),
    withTabSync: () => withTabSync(),
    withTokens: () => withToken(tokenFor(ADA)),
  })) {
    it(`begins with the user, and answers what the app asks: ${what}`, async () => {
      const { session, controller, server } = begin({ user: ADA }, feature());
      expect(session.user()).toBe(ADA);
      expect((await session.update()).body).toBe(ADA);
      controller.onSignIn(() => UMA);
      await session.signIn({});
      expect(session.user()).toBe(UMA);
      await session.signOut();
      expect(session.user()).toBeNull();
      server.verify();
    });
  }

  it('keeps the data in the store of the app', async () => {
    let written: unknown;
    const store: SessionStore = {
      read: () => null,
      write: (_, data) => {
        written = data;
      },
      destroy: () => undefined,
      touch: () => undefined,
    };
    const { session } = begin({ user: ADA, data: { theme: 'dark' } }, withStore(store));
    expect(session.get('theme')).toBe('dark');
    session.data.put(['theme'], 'light');
    await until(() => JSON.stringify(written ?? null).includes('light'));
    expect(session.get('theme')).toBe('light');
  });

  it('sends the token of its storage', () => {
    const token = tokenFor(ADA);
    const { server } = begin({ user: ADA }, withToken(token));
    TestBed.inject(HttpClient).get('/api/orders').subscribe();
    const { request } = server.expectOne('/api/orders');
    expect(request.headers.get('Authorization')).toBe(`Bearer ${token}`);
    expect(TestBed.inject(TokenSession).claims()?.sub).toBe('1');
  });

  it('ends the session with a 401 to the token', () => {
    const { server, session, controller } = begin({ user: ADA }, withToken(tokenFor(ADA)));
    TestBed.inject(HttpClient)
      .get('/api/orders')
      .subscribe({ error: () => undefined });
    server.expectOne('/api/orders').flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(session.user()).toBeNull();
    expect(TestBed.inject(TokenSession).token()).toBeNull();
    controller.expectEvent('unauthorized');
  });

  it('refuses one that is given twice', () => {
    expect(() => provideNgSessionTesting({}, withTabSync(), withTabSync())).toThrowMatching(
      (error) => error instanceof SessionError && error.code === 'invalid-config',
    );
  });
});
