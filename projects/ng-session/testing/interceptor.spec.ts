import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import {
  SessionService,
  authGuard,
  credentialsInterceptor,
  guestGuard,
  unauthorizedInterceptor,
} from 'ng-session';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';
import { ADA } from '../spec/set-up';

@Component({ template: '' })
class Page {}

describe('an interceptor of the session', () => {
  const setUp = async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'sign-in', component: Page, canActivate: [guestGuard] },
          { path: 'cart', component: Page, canActivate: [authGuard] },
        ]),
        provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
        provideHttpClientTesting(),
        provideNgSessionTesting({ user: ADA }),
      ],
    });
    const harness = await RouterTestingHarness.create('/cart');
    return {
      harness,
      http: TestBed.inject(HttpClient),
      server: TestBed.inject(HttpTestingController),
      session: TestBed.inject(SessionService),
      controller: TestBed.inject(SessionTestingController),
    };
  };

  /** The API answers a request of the app. */
  const answer = async (status: number) => {
    const harness = await setUp();
    harness.http.get('/api/cart').subscribe({ error: () => undefined });
    harness.server.expectOne('/api/cart').flush(null, { status, statusText: String(status) });
    await harness.harness.fixture.whenStable();
    return harness;
  };

  it('ends the session when the API answers 401, and leads to the sign-in', async () => {
    const { session, controller } = await answer(401);
    expect(session.user()).toBeNull();
    expect(controller.expectEvent('unauthorized').source).toBe('server');
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2Fcart');
    controller.expectNoEvent();
  });

  it('leaves the session alone when the API answers 403', async () => {
    const { session, controller } = await answer(403);
    expect(session.user()).toEqual(ADA);
    controller.expectNoEvent();
  });

  it('sends credentials', async () => {
    const { http, server } = await setUp();
    http.get('/api/cart').subscribe();
    expect(server.expectOne('/api/cart').request.withCredentials).toBeTrue();
  });

  it('meets no request of the session itself', async () => {
    const { server, session, controller } = await setUp();
    controller.onSignIn(() => ADA);
    await session.update();
    await session.reload();
    await session.signOut();
    await session.signIn({});
    server.verify();
  });
});
