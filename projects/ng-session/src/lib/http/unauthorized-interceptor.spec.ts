import { HttpClient, HttpContext } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { unauthorizedInterceptor } from 'ng-session';
import {
  ADA,
  UMA,
  type SetUp,
  failWith,
  rejectedStatus,
  rejectionOf,
  setUp,
  settle,
} from '../../../spec/set-up';

@Component({ template: '' })
class Page {}

describe('unauthorizedInterceptor', () => {
  const start = async (more: SetUp = {}) => {
    const harness = setUp({
      interceptors: [unauthorizedInterceptor],
      routes: ['', 'orders', 'sign-in'].map((path) => ({ path, component: Page })),
      config: { cache: true },
      ...more,
    });
    await harness.startAs(ADA);
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/orders?page=2');
    const http = TestBed.inject(HttpClient);
    const send = (url = '/api/orders') => {
      const done = new Promise<unknown>((resolve) => {
        http.get(url).subscribe({ next: resolve, error: resolve });
      });
      return { request: harness.server.expectOne(url), done };
    };
    return { ...harness, router, http, send };
  };

  it('ends the session once for fifty 401s at once, and leads to the sign-in page and back', async () => {
    const { session, send, events, router } = await start();
    const navigate = spyOn(router, 'navigateByUrl').and.callThrough();
    const requests = Array.from({ length: 50 }, (_, index) => send(`/api/orders/${String(index)}`));
    for (const { request } of requests) failWith(request, 401);
    await settle();
    expect(session.user()).toBeNull();
    expect(session.status()).toBe('unauthenticated');
    expect(events).toEqual([{ type: 'unauthorized', source: 'server' }]);
    expect(navigate).toHaveBeenCalledTimes(1);
    expect(router.url).toBe('/sign-in?returnUrl=%2Forders%3Fpage%3D2');
  });

  it('passes the error on', async () => {
    const { http, server } = await start();
    const failed = new Promise((_, reject) => {
      http.get('/api/orders').subscribe({ error: reject });
    });
    failWith(server.expectOne('/api/orders'), 401);
    expect(await rejectedStatus(failed)).toBe(401);
  });

  for (const status of [0, 400, 403, 404, 419, 500]) {
    it(`does nothing on ${String(status)}`, async () => {
      const { session, send, router } = await start();
      const { request } = send();
      if (status) failWith(request, status);
      else request.error(new ProgressEvent('error'));
      await settle();
      expect(session.user()).toEqual(ADA);
      expect(router.url).toBe('/orders?page=2');
    });
  }

  it('ignores the 401 of a third party', async () => {
    const { session, send, events } = await start();
    failWith(send('https://evil.example/api').request, 401);
    await settle();
    expect(session.user()).toEqual(ADA);
    expect(events).toEqual([]);
  });

  it('leaves the requests of the session to the session', async () => {
    const { session, signInPost, router, startAs } = await start();
    const signedIn = session.signIn({});
    failWith(signInPost(), 401);
    await rejectionOf(signedIn);
    expect(router.url).toBe('/orders?page=2');
    await startAs(ADA);
    expect(session.user()).toEqual(ADA);
  });

  for (const url of ['/api/session', '/api/users/sign-in', '/api/users/sign-out']) {
    it(`leaves ${url} to the session, whoever asks`, async () => {
      const { session, send, router } = await start();
      failWith(send(url).request, 401);
      await settle();
      expect(session.user()).toEqual(ADA);
      expect(router.url).toBe('/orders?page=2');
    });
  }

  it('leads nobody away who is not signed in', async () => {
    const { session, send, get, router } = await start();
    const updated = session.update();
    get().flush(null);
    await updated;
    failWith(send().request, 401);
    await settle();
    expect(router.url).toBe('/orders?page=2');
  });

  it('ends the session of a user who has changed since, as it is the same person', async () => {
    const { session, send, get, startAs } = await start();
    const { request } = send();
    await startAs({ ...ADA, name: 'Ada L.' });
    failWith(request, 401);
    await settle();
    expect(session.user()).toBeNull();
    expect(get).toThrow();
  });

  it('ignores a 401 to a request that carried no credentials', async () => {
    const { session, http, server } = await start();
    http.get('/api/orders', { credentials: 'omit' }).subscribe({ error: () => undefined });
    failWith(server.expectOne('/api/orders'), 401);
    await settle();
    expect(session.user()).toEqual(ADA);
  });

  it("knows the session's own requests by more than their URL", async () => {
    let prefix = '';
    const { session, server, router } = await start({
      interceptors: [
        (request, next) => next(request.clone({ url: prefix + request.url })),
        unauthorizedInterceptor,
      ],
    });
    prefix = '/v2';
    const updated = rejectionOf(session.update());
    failWith(server.expectOne('/v2/api/session'), 401);
    await updated;
    await settle();
    expect(router.url).toBe('/orders?page=2');
  });

  it("does not take a caller's context for one of the session's own", async () => {
    const { session, get, http, server } = await start();
    const context = new HttpContext();
    const updated = session.update({ context });
    get().flush(ADA);
    await updated;
    http.get('/api/orders', { context }).subscribe({ error: () => undefined });
    failWith(server.expectOne('/api/orders'), 401);
    expect(session.user()).toBeNull();
    await settle();
  });

  it('ignores a late 401 of the user before', async () => {
    const { session, send, signInPost, get } = await start();
    const { request } = send();
    const signedIn = session.signIn({});
    signInPost().flush(null);
    get().flush(UMA);
    await signedIn;
    failWith(request, 401);
    await settle();
    expect(session.user()).toEqual(UMA);
  });

  it('beats an update in flight: its answer does not resurrect', async () => {
    const { session, send, get } = await start();
    const updated = session.update();
    const late = get();
    failWith(send().request, 401);
    late.flush(ADA);
    await updated;
    expect(session.user()).toBeNull();
    await settle();
  });

  for (const url of ['/sign-in', '/sign-in?returnUrl=%2Forders', '/sign-in#form']) {
    it(`leads nowhere from ${url} itself`, async () => {
      const { session, send, router } = await start();
      await router.navigateByUrl(url);
      failWith(send().request, 401);
      await settle();
      expect(session.user()).toBeNull();
      expect(router.url).toBe(url);
    });
  }

  it('works in an app without a router', async () => {
    const { provideHttpClient, withInterceptors } = await import('@angular/common/http');
    const { HttpTestingController, provideHttpClientTesting } =
      await import('@angular/common/http/testing');
    const { SessionService, provideNgSession } = await import('ng-session');
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([unauthorizedInterceptor])),
        provideHttpClientTesting(),
        provideNgSession(),
      ],
    });
    const session = TestBed.inject(SessionService);
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/session').flush(ADA);
    await settle();
    TestBed.inject(HttpClient)
      .get('/api/orders')
      .subscribe({ error: () => undefined });
    failWith(server.expectOne('/api/orders'), 401);
    expect(session.user()).toBeNull();
  });
});
