import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, PLATFORM_ID, inject, provideAppInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  Router,
  type Routes,
  provideRouter,
  withEnabledBlockingInitialNavigation,
} from '@angular/router';
import { SessionService, authGuard, guestGuard, provideNgSession, roleGuard } from 'ng-session';
import { ADA, UPDATE_URL, failWith, setUp, settle } from '../../../spec/set-up';

@Component({ template: '' })
class Page {}

const routes: Routes = [
  { path: 'open', component: Page },
  { path: 'other', component: Page },
  { path: 'moved', redirectTo: 'open' },
  { path: 'cancelled', component: Page, canActivate: [() => false] },
  { path: 'sent-on', component: Page, canActivate: [() => inject(Router).parseUrl('/open')] },
  {
    path: 'guarded',
    canActivate: [authGuard, roleGuard('admin'), authGuard],
    canActivateChild: [authGuard, roleGuard(['admin', 'editor'])],
    canMatch: [authGuard, roleGuard('admin')],
    children: [
      {
        path: 'deep',
        loadChildren: async () => {
          await settle();
          return [
            {
              path: '',
              component: Page,
              canActivate: [authGuard, roleGuard('admin')],
              canMatch: [authGuard],
            },
          ];
        },
      },
    ],
  },
  { path: 'sign-in', component: Page, canActivate: [guestGuard] },
];

describe('S10: navigation', () => {
  it('loads nothing on a server that renders, where guards do not let anybody in', async () => {
    const { sent, session } = setUp({
      routes,
      providers: [{ provide: PLATFORM_ID, useValue: 'server' }],
    });
    const router = TestBed.inject(Router);
    expect(await router.navigateByUrl('/open')).toBeTrue();
    expect(await router.navigateByUrl('/guarded/deep')).toBeFalse();
    expect(sent('GET')).toEqual([]);
    expect(session.status()).toBe('loading');
  });

  it('loads once each time, without guards and without waiting', async () => {
    const { get, session } = setUp({ routes });
    const router = TestBed.inject(Router);
    expect(await router.navigateByUrl('/open')).toBeTrue();
    const first = get();
    expect(session.status()).toBe('loading');
    first.flush(ADA);
    await settle();
    expect(session.user()).toEqual(ADA);
    await router.navigateByUrl('/other');
    get().flush(ADA);
  });

  it('loads once for ten guards, on routes that are loaded late and after the answer', async () => {
    const { get, sent } = setUp({ routes });
    const navigated = TestBed.inject(Router).navigateByUrl('/guarded/deep');
    get().flush(ADA);
    expect(await navigated).toBeTrue();
    expect(TestBed.inject(Router).url).toBe('/guarded/deep');
    expect(sent('GET').length).toBe(0);
  });

  it('needs no request while the answer is fresh', async () => {
    const { sent, startAs } = setUp({ routes, config: { cache: '5m' } });
    await startAs(ADA);
    for (const url of ['/open', '/guarded/deep', '/other']) {
      expect(await TestBed.inject(Router).navigateByUrl(url)).toBeTrue();
    }
    expect(sent('GET').length).toBe(0);
  });

  it('does not load again on the leg after a redirect, nor for redirectTo', async () => {
    for (const url of ['/sent-on', '/moved']) {
      TestBed.resetTestingModule();
      const { get, sent } = setUp({ routes });
      const navigated = TestBed.inject(Router).navigateByUrl(url);
      await settle();
      get().flush(ADA);
      await navigated;
      await settle();
      expect(TestBed.inject(Router).url).toBe('/open');
      expect(sent('GET').length).withContext(url).toBe(0);
    }
  });

  it('loads for the navigation after one that was redirected', async () => {
    const { get } = setUp({ routes });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/sent-on');
    get().flush(ADA);
    await settle();
    await router.navigateByUrl('/other');
    get().flush(ADA);
  });

  it('loads for the navigation after one that was cancelled', async () => {
    const { get } = setUp({ routes });
    const router = TestBed.inject(Router);
    expect(await router.navigateByUrl('/cancelled')).toBeFalse();
    get().flush(ADA);
    await settle();
    await router.navigateByUrl('/open');
    get().flush(ADA);
  });

  it('answers a guard of the next navigation anew, not from the one before', async () => {
    const { get } = setUp({ routes });
    const router = TestBed.inject(Router);
    const first = router.navigateByUrl('/guarded/deep');
    get().flush(ADA);
    await first;
    const away = router.navigateByUrl('/open');
    get().flush(ADA);
    await away;
    await settle();
    const second = router.navigateByUrl('/guarded/deep');
    failWith(get(), 401);
    await second;
    expect(router.url).toContain('/sign-in');
  });

  it('a hundred in a row neither hang nor pile up requests', async () => {
    const { server, session } = setUp({ routes });
    const router = TestBed.inject(Router);
    const all = Array.from({ length: 100 }, (_, index) =>
      router.navigateByUrl(index % 2 ? '/open' : '/guarded/deep'),
    );
    let requests = 0;
    const progress = { done: false };
    void Promise.all(all).then(() => (progress.done = true));
    while (!progress.done) {
      for (const request of server.match(UPDATE_URL)) {
        requests++;
        request.flush(ADA);
      }
      await settle();
    }
    expect(requests).toBeLessThanOrEqual(100);
    expect(router.url).toBe('/open');
    expect(session.isRefreshing()).toBeFalse();
  });

  it('a rapid hundred share the request that is under way', async () => {
    const { get, sent } = setUp({ routes });
    const router = TestBed.inject(Router);
    const all = Array.from({ length: 100 }, (_, index) =>
      router.navigateByUrl(index % 2 ? '/open' : '/other'),
    );
    await settle();
    get().flush(ADA);
    await Promise.all(all);
    expect(sent('GET').length).toBe(0);
  });

  it('loads for an initial navigation that begins before the other initializers', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideAppInitializer(() => undefined),
        provideRouter(routes, withEnabledBlockingInitialNavigation()),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideNgSession(),
      ],
    });
    const session = TestBed.inject(SessionService);
    await settle();
    TestBed.inject(HttpTestingController).expectOne(UPDATE_URL).flush(ADA);
    await settle();
    expect(session.user()).toEqual(ADA);
  });

  it('notices a navigation that began before it could', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(routes),
        provideAppInitializer(() => void inject(Router).navigateByUrl('/guarded/deep')),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideNgSession(),
      ],
    });
    const server = TestBed.inject(HttpTestingController);
    await settle();
    server.expectOne(UPDATE_URL).flush(ADA);
    await settle();
    await settle();
    server.expectNone(UPDATE_URL);
    expect(TestBed.inject(Router).url).toBe('/guarded/deep');
  });

  it('without a router there is one load, at start-up', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideNgSession()],
    });
    const session = TestBed.inject(SessionService);
    const server = TestBed.inject(HttpTestingController);
    server.expectOne(UPDATE_URL).flush(ADA);
    await settle();
    expect(session.user()).toEqual(ADA);
    server.expectNone(UPDATE_URL);
  });

  it('ends with the application', async () => {
    const { server } = setUp({ routes });
    const router = TestBed.inject(Router);
    TestBed.resetTestingModule();
    await router.navigateByUrl('/open').catch(() => undefined);
    expect(server.match(() => true).length).toBe(0);
  });
});
