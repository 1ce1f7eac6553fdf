import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import type { TestRequest } from '@angular/common/http/testing';
import { PLATFORM_ID } from '@angular/core';
import { SessionBackend, credentialsInterceptor } from 'ng-session';
import { of, throwError } from 'rxjs';
import { ADA, type SetUp, disconnect, failWith, setUp } from '../../../../spec/set-up';
import { watchConsole } from '../../../../spec/watch-console';

const API = 'https://api.example.com';

describe('cookie-not-kept', () => {
  const start = (more: SetUp = {}, baseUrl = '') => {
    const warnings = watchConsole();
    const harness = setUp({
      interceptors: [credentialsInterceptor],
      ...more,
      config: { baseUrl, ...more.config },
    });
    const signInWith = async (answer: (get: TestRequest) => void): Promise<void> => {
      const signedIn = harness.session.signIn({}).catch(() => undefined);
      harness.server.expectOne(`${baseUrl}/api/users/sign-in`).flush(null);
      answer(harness.server.expectOne(`${baseUrl}/api/session`));
      await signedIn;
    };
    return { ...harness, warnings, signInWith };
  };
  const timeOut = (get: TestRequest) => {
    get.error(new DOMException('late', 'TimeoutError') as unknown as ProgressEvent);
  };

  for (const [name, answer] of [
    ['401', (get: TestRequest) => failWith(get, 401)],
    ['nobody', (get: TestRequest) => get.flush(null)],
    ['204', (get: TestRequest) => get.flush(null, { status: 204, statusText: 'No Content' })],
  ] as const) {
    it(`is told once where the read after a sign-in answers ${name}`, async () => {
      const { signInWith, warnings } = start();
      await signInWith(answer);
      await signInWith(answer);
      expect(warnings().length).toBe(1);
      expect(warnings()[0]).toMatch(/^ng-session: cookie-not-kept: the sign-in succeeded/);
      expect(warnings()[0]).toContain(`GET ${location.origin}/api/session`);
    });
  }

  it('is told where parseUser finds nobody', async () => {
    const { signInWith, warnings } = start({
      config: { parseUser: (body) => (body as { user: object | null }).user },
    });
    await signInWith((get) => get.flush({ user: ADA }));
    expect(warnings()).toEqual([]);
    await signInWith((get) => get.flush({ user: null }));
    expect(warnings().length).toBe(1);
  });

  for (const [baseUrl, likely] of [
    ['', `Most likely: The cookie is \`Secure\`, and ${location.origin} is served over http`],
    ['http://localhost:1', 'Most likely: The cookie is `Secure`, and http://localhost:1 is served'],
    ['http://127.0.0.1:1', 'Most likely: localhost and 127.0.0.1 are two sites'],
    ['https://localhost:1', 'Most likely: The page is served over http and localhost:1 over https'],
    [API, 'Most likely: The cookie lacks `SameSite=None; Secure`'],
  ] as const) {
    it(`begins with the likely mend for an API at ${baseUrl || 'the origin of the app'}`, async () => {
      const { signInWith, warnings } = start({}, baseUrl);
      await signInWith((get) => failWith(get, 401));
      expect(warnings().length).toBe(1);
      expect(warnings()[0]).toContain(likely);
    });
  }

  it('names CORS where the read after a sign-in could not be read across origins', async () => {
    const { signInWith, warnings } = start({}, API);
    await signInWith(disconnect);
    expect(warnings().length).toBe(1);
    expect(warnings()[0]).toContain(`\`Access-Control-Allow-Origin: ${location.origin}\``);
    expect(warnings()[0]).toContain('`Access-Control-Allow-Credentials: true`');
  });

  it('is not told where somebody is signed in', async () => {
    const { signInWith, warnings } = start({}, API);
    await signInWith((get) => get.flush(ADA));
    expect(warnings()).toEqual([]);
  });

  for (const [name, answer, baseUrl] of [
    ['fails', (get: TestRequest) => failWith(get, 500), API],
    ['is no user', (get: TestRequest) => get.flush('ok'), API],
    ['takes too long', timeOut, API],
    ['is lost on the own origin, where there is no CORS', disconnect, ''],
  ] as const) {
    it(`is not told where the read after a sign-in ${name}`, async () => {
      const { signInWith, warnings } = start({}, baseUrl);
      await signInWith(answer);
      expect(warnings()).toEqual([]);
    });
  }

  it('is not told offline', async () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);
    const { signInWith, warnings } = start({}, API);
    await signInWith(disconnect);
    expect(warnings()).toEqual([]);
  });

  it('is not told of a 401 without a sign-in, or after one that was refused', async () => {
    const { session, get, signInPost, warnings } = start();
    const updated = session.update().catch(() => undefined);
    failWith(get(), 401);
    await updated;
    const signedIn = session.signIn({}).catch(() => undefined);
    failWith(signInPost(), 401);
    await signedIn;
    const again = session.update().catch(() => undefined);
    failWith(get(), 401);
    await again;
    expect(warnings()).toEqual([]);
  });

  it('is not told of a session that ends later', async () => {
    const { session, get, signInWith, warnings } = start();
    await signInWith((first) => first.flush(ADA));
    const updated = session.update().catch(() => undefined);
    failWith(get(), 401);
    await updated;
    expect(warnings()).toEqual([]);
  });

  it('is not told where a sign-out overtakes the read', async () => {
    const { session, signInPost, get, signOutPost, warnings } = start();
    const signedIn = session.signIn({}).catch(() => undefined);
    signInPost().flush(null);
    const read = get();
    const signedOut = session.signOut();
    signOutPost().flush(null);
    failWith(read, 401);
    await Promise.all([signedIn, signedOut]);
    expect(warnings()).toEqual([]);
  });

  it('is not told where another sign-in overtakes the read', async () => {
    const { session, signInPost, get, warnings } = start();
    const first = session.signIn({}).catch(() => undefined);
    signInPost().flush(null);
    const read = get();
    const second = session.signIn({}).catch(() => undefined);
    failWith(read, 401);
    failWith(signInPost(), 422);
    await Promise.all([first, second]);
    expect(warnings()).toEqual([]);
  });

  it('is not told of what an interceptor answers in the place of a server', async () => {
    const { session, warnings } = start({
      interceptors: [
        ({ method }) =>
          method === 'POST'
            ? of(new HttpResponse({ status: 204 }))
            : throwError(() => new HttpErrorResponse({ status: 401 })),
      ],
    });
    await session.signIn({}).catch(() => undefined);
    expect(warnings()).toEqual([]);
  });

  it('is not told of a backend of the app', async () => {
    const backend = {
      signIn: () => of(new HttpResponse({ status: 204 })),
      fetch: () => throwError(() => new HttpErrorResponse({ status: 401, url: '/graphql' })),
    };
    const { session, warnings } = start({
      providers: [{ provide: SessionBackend, useValue: backend }],
    });
    await session.signIn({}).catch(() => undefined);
    expect(warnings()).toEqual([]);
  });

  it('is not told by a server that renders', async () => {
    const { signInWith, warnings } = start({
      providers: [{ provide: PLATFORM_ID, useValue: 'server' }],
    });
    await signInWith((get) => failWith(get, 401));
    expect(warnings()).toEqual([]);
  });
});
