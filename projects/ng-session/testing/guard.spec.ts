import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionService, authGuard, guestGuard, roleGuard } from 'ng-session';
import {
  type NgSessionTestingOptions,
  SessionTestingController,
  provideNgSessionTesting,
} from 'ng-session/testing';
import { ADA, UMA } from '../spec/set-up';

@Component({ template: `{{ session.user('name') ?? 'nobody' }}` })
class Page {
  protected readonly session = inject(SessionService);
}

const ROUTES: Routes = [
  { path: '', component: Page },
  { path: 'sign-in', component: Page, canActivate: [guestGuard] },
  { path: 'forbidden', component: Page },
  { path: 'profile', component: Page, canActivate: [authGuard] },
  { path: 'admin', component: Page, canActivate: [roleGuard('admin')] },
];

describe('a guarded route', () => {
  const visit = async (url: string, options?: NgSessionTestingOptions) => {
    TestBed.configureTestingModule({
      providers: [provideRouter(ROUTES), provideNgSessionTesting(options)],
    });
    const harness = await RouterTestingHarness.create();
    const router = TestBed.inject(Router);
    const controller = TestBed.inject(SessionTestingController);
    return { harness, router, controller, navigated: harness.navigateByUrl(url) };
  };

  const rows: readonly [
    name: string,
    url: string,
    options: NgSessionTestingOptions,
    shown: string,
  ][] = [
    ['lets in who is signed in', '/profile', { user: UMA }, '/profile'],
    ['sends others to sign in, and back', '/profile', {}, '/sign-in?returnUrl=%2Fprofile'],
    ['lets in who has the role', '/admin', { user: ADA }, '/admin'],
    ['sends away who lacks the role', '/admin', { user: UMA }, '/forbidden'],
    [
      'keeps who is signed in from signing in',
      '/sign-in?returnUrl=%2Fadmin',
      { user: ADA },
      '/admin',
    ],
    ['lets a guest sign in', '/sign-in', {}, '/sign-in'],
    [
      'lets nobody in while the server can not be reached',
      '/admin',
      { status: 'error', config: { signInPath: '/' } },
      '/?returnUrl=%2Fadmin',
    ],
    [
      'goes by the configuration',
      '/profile',
      { config: { signInPath: '/' } },
      '/?returnUrl=%2Fprofile',
    ],
  ];
  for (const [name, url, options, shown] of rows) {
    it(name, async () => {
      const { router, navigated } = await visit(url, options);
      await navigated;
      expect(router.url).toBe(shown);
    });
  }

  it('waits until the session is known', async () => {
    const { harness, router, controller, navigated } = await visit('/admin', { status: 'loading' });
    await Promise.resolve();
    expect(router.url).toBe('/');

    controller.signInAs(ADA);
    await navigated;
    expect(router.url).toBe('/admin');
    expect(harness.routeNativeElement?.textContent).toBe('Ada');
  });

  it('knows of what has happened since', async () => {
    const { harness, router, controller, navigated } = await visit('/profile', { user: ADA });
    await navigated;

    controller.expire();
    await harness.navigateByUrl('/admin');
    expect(router.url).toBe('/sign-in?returnUrl=%2Fadmin');

    controller.signInAs(ADA);
    await harness.navigateByUrl('/admin');
    expect(router.url).toBe('/admin');
  });
});
