import { HttpClient } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes, provideRouter, withRouterConfig } from '@angular/router';
import {
  type NgSessionConfig,
  authGuard,
  guestGuard,
  roleGuard,
  unauthorizedInterceptor,
} from 'ng-session';
import { ADA, UPDATE_URL, failWith, setUp, settle } from '../../../../spec/set-up';
import { watchConsole } from '../../../../spec/watch-console';

@Component({ template: '' })
class Page {}

const GUARDED: Routes = [
  { path: '', pathMatch: 'full', component: Page },
  { path: 'profile', component: Page, canActivate: [authGuard] },
  { path: 'admin', component: Page, canActivate: [roleGuard('root')] },
];
const ELSE: Routes = [{ path: '**', component: Page }];

describe('page-missing', () => {
  const start = (routes: Routes, config: NgSessionConfig = {}) => {
    const warnings = watchConsole();
    const harness = setUp({
      routes: [...GUARDED, ...routes],
      config,
      interceptors: [unauthorizedInterceptor],
      // The leg after a redirect has no caller who could catch what is thrown there.
      providers: [provideRouter([], withRouterConfig({ resolveNavigationPromiseOnError: true }))],
    });
    const router = TestBed.inject(Router);
    /** Goes there as somebody, as nobody, or with a server that fails; returns where that ends. */
    const visit = async (url: string, answer: typeof ADA | 401 | 500 = 401): Promise<string> => {
      const navigated = router.navigateByUrl(url).catch(() => false);
      await settle();
      for (const request of harness.sent('GET')) {
        if (typeof answer === 'number') failWith(request, answer);
        else request.flush(answer);
      }
      await navigated;
      await settle();
      return router.url;
    };
    return { ...harness, router, visit, warnings };
  };

  it('is told once where a guard leads to a sign-in page without a route', async () => {
    const { visit, warnings } = start([]);
    await visit('/profile');
    await visit('/profile?again=1');
    expect(warnings().length).toBe(1);
    expect(warnings()[0]).toMatch(/^ng-session: page-missing: .*\/sign-in, which is `signInPath`/);
    expect(warnings()[0]).toContain('no route matches it');
    expect(warnings()[0]).toContain("{ path: 'sign-in', component: … }");
    expect(warnings()[0]).toContain("provideNgSession({ signInPath: '/…' })");
  });

  it('is told where only ** shows something for it', async () => {
    const { visit, warnings } = start(ELSE, { signInPath: '/auth/login?tab=1' });
    expect(await visit('/profile')).toContain('/auth/login?tab=1&returnUrl=');
    expect(warnings().length).toBe(1);
    expect(warnings()[0]).toContain('only the route `**` matches it');
    expect(warnings()[0]).toContain("{ path: 'auth/login', component: … }");
  });

  for (const [name, routes] of [
    ['no route', []],
    ['only **', ELSE],
  ] as const) {
    it(`is told of the page for those without the role: ${name}`, async () => {
      const { visit, warnings } = start([...routes]);
      await visit('/admin', ADA);
      expect(warnings().length).toBe(1);
      expect(warnings()[0]).toContain('/forbidden, which is `forbiddenPath`');
      expect(warnings()[0]).toContain("provideNgSession({ forbiddenPath: '/…' })");
    });
  }

  it('is told of both, each once', async () => {
    const { visit, warnings } = start(ELSE);
    await visit('/profile');
    await visit('/admin', ADA);
    await visit('/admin', ADA);
    expect(warnings().map((warning) => /`\w+Path`/.exec(warning)?.[0])).toEqual([
      '`signInPath`',
      '`forbiddenPath`',
    ]);
  });

  it('is told where the unauthorized interceptor leads there', async () => {
    const { visit, server, warnings } = start(ELSE);
    await visit('/', ADA);
    TestBed.inject(HttpClient)
      .get('/api/orders')
      .subscribe({ error: () => undefined });
    failWith(server.expectOne('/api/orders'), 401);
    await settle();
    for (const request of server.match(UPDATE_URL)) failWith(request, 401);
    await settle();
    expect(warnings().length).toBe(1);
    expect(warnings()[0]).toContain('`signInPath`');
  });

  const late = async (): Promise<Routes> => {
    await settle();
    return [{ path: '', component: Page }];
  };
  const healthy: readonly [name: string, routes: Routes][] = [
    ['a route', [{ path: 'sign-in', component: Page }]],
    ['a route for guests', [{ path: 'sign-in', component: Page, canActivate: [guestGuard] }]],
    [
      'a route that matches for guests',
      [{ path: 'sign-in', component: Page, canMatch: [guestGuard] }],
    ],
    ['a route that is loaded late', [{ path: 'sign-in', loadChildren: late }]],
    ['a route with a parameter', [{ path: ':page', component: Page }]],
    ['a matcher', [{ matcher: (consumed) => ({ consumed }), component: Page }]],
    ['routes that ** loads', [{ path: '**', loadChildren: late }]],
    [
      'an alias',
      [
        { path: 'login', component: Page },
        { path: 'sign-in', redirectTo: 'login' },
      ],
    ],
    [
      'a route after all that are guarded by canMatch',
      [
        { path: '', canMatch: [authGuard], children: [{ path: 'home', component: Page }] },
        { path: 'sign-in', component: Page },
      ],
    ],
  ];
  for (const [name, routes] of healthy) {
    it(`is not told where there is ${name}`, async () => {
      const { visit, warnings } = start([...routes, ...ELSE]);
      await visit('/profile');
      expect(warnings()).toEqual([]);
    });
  }

  it('is not told where the route can not be loaded', async () => {
    const { visit, warnings } = start([
      { path: 'sign-in', loadChildren: () => Promise.reject(new Error('no such chunk')) },
    ]);
    await visit('/profile');
    expect(warnings()).toEqual([]);
  });

  it('is not told where guestGuard closes the sign-in page, as nobody knows', async () => {
    const { visit, warnings } = start([
      { path: 'sign-in', component: Page, canMatch: [guestGuard] },
      ...ELSE,
    ]);
    await visit('/profile', 500);
    // What is told is that nobody knows.
    expect(warnings().length).toBe(1);
    expect(warnings()[0]).toContain('session-unknown');
  });

  for (const url of ['/sign-in', '/forbidden', '/nowhere?returnUrl=%2F']) {
    it(`is not told of ${url} where nobody was led there`, async () => {
      const { visit, warnings } = start([
        { path: 'closed', component: Page, canActivate: [() => false] },
        { path: 'moved', component: Page, canActivate: [() => inject(Router).parseUrl('/')] },
        ...ELSE,
      ]);
      for (const before of ['/closed', '/moved', '/']) {
        await visit(before);
        await visit(url);
      }
      expect(warnings()).toEqual([]);
    });
  }

  it('is not told of other pages that redirect to what is missing', async () => {
    const { visit, warnings } = start([
      { path: 'moved', component: Page, canActivate: [() => inject(Router).parseUrl('/nowhere')] },
      ...ELSE,
    ]);
    await visit('/moved');
    expect(warnings()).toEqual([]);
  });
});
