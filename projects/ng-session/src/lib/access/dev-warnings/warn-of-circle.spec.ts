import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes } from '@angular/router';
import { authGuard, guestGuard, roleGuard } from 'ng-session';
import { ADA, failWith, setUp, settle } from '../../../../spec/set-up';
import { watchConsole } from '../../../../spec/watch-console';

@Component({ template: '' })
class Page {}

describe('page-guarded', () => {
  const start = (routes: Routes) => {
    const warnings = watchConsole();
    const { sent } = setUp({ routes });
    const router = TestBed.inject(Router);
    const visit = async (url: string, answer: typeof ADA | 401): Promise<string> => {
      const navigated = router.navigateByUrl(url).catch(() => false);
      await settle();
      for (const request of sent('GET')) {
        if (answer === 401) failWith(request, answer);
        else request.flush(answer);
      }
      await navigated;
      return router.url;
    };
    return { visit, warnings };
  };
  const page = (path: string) => ({ path, pathMatch: 'full' as const, component: Page });

  const rows: readonly [name: string, routes: Routes, answer: typeof ADA | 401, path: string][] = [
    ['the sign-in page', [{ ...page('sign-in'), canActivate: [authGuard] }], 401, '/sign-in'],
    [
      'the routes around it',
      [{ path: '', canActivateChild: [authGuard], children: [page('sign-in')] }],
      401,
      '/sign-in',
    ],
    [
      'the page for those without the role',
      [{ ...page('forbidden'), canActivate: [roleGuard('root')] }],
      ADA,
      '/forbidden',
    ],
    [
      'the page that ** leads to',
      [
        { ...page(''), canActivate: [authGuard] },
        { path: '**', redirectTo: '' },
      ],
      401,
      '/sign-in',
    ],
  ];
  for (const [name, routes, answer, path] of rows) {
    it(`is told once where a guard stands before ${name} as well`, async () => {
      const { visit, warnings } = start([
        { ...page('asked'), canActivate: [roleGuard('root')] },
        ...routes,
      ]);
      await visit('/asked', answer);
      await visit('/asked?again=1', answer);
      expect(warnings().length).toBe(1);
      expect(warnings()[0]).toContain(
        `ng-session: page-guarded: a guard of this library leads to ${path}`,
      );
      expect(warnings()[0]).toContain(`Take the guard off the route of ${path}`);
    });
  }

  it('is not told where canMatch leaves the page to the next route', async () => {
    const { visit, warnings } = start([
      { path: '', canMatch: [authGuard], children: [page('asked'), page('')] },
      { ...page('sign-in'), canActivate: [guestGuard] },
      { path: '**', redirectTo: 'sign-in' },
    ]);
    expect(await visit('/asked', 401)).toBe('/sign-in?returnUrl=%2Fasked');
    expect(warnings()).toEqual([]);
  });
});
