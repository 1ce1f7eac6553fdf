import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  NavigationStart,
  RedirectCommand,
  Router,
  type Routes,
  type UrlTree,
} from '@angular/router';
import { type SessionGuard, type SessionUser, authGuard, guestGuard, roleGuard } from 'ng-session';
import { ADA, UMA, UPDATE_URL, disconnect, failWith, setUp, settle } from '../../../spec/set-up';

@Component({ template: '' })
class Page {}

const PAGES: Routes = ['', 'sign-in', 'forbidden', 'sorry'].map((path) => ({
  path,
  component: Page,
}));

/** The same route, guarded in each of the three ways. */
const FORMS: readonly [name: string, routes: (guard: SessionGuard, data?: object) => Routes][] = [
  [
    'canActivate',
    (guard, data = {}) => [{ path: 'asked', component: Page, canActivate: [guard], data }],
  ],
  [
    'canActivateChild',
    (guard, data = {}) => [
      { path: 'asked', canActivateChild: [guard], data, children: [{ path: '', component: Page }] },
    ],
  ],
  ['canMatch', (guard, data = {}) => [{ path: 'asked', component: Page, canMatch: [guard], data }]],
];

type Answer = SessionUser | null | number | 'offline' | '<html>';

const STAYS = 'nowhere';

for (const [form, routesWith] of FORMS) {
  describe(`guards as ${form}`, () => {
    /** Where a visit to /asked?q=1 ends. */
    const visit = async (guard: SessionGuard, answer: Answer, data?: object): Promise<string> => {
      const { get } = setUp({ routes: [...routesWith(guard, data), ...PAGES] });
      const router = TestBed.inject(Router);
      // A route that no longer matches is an error of the router, and no way in.
      const navigated = router.navigateByUrl('/asked?q=1').catch(() => false);
      await settle();
      const request = get();
      if (typeof answer === 'number') failWith(request, answer);
      else if (answer === 'offline') disconnect(request);
      else request.flush(answer);
      return (await navigated) ? router.url : STAYS;
    };

    const toSignIn = '/sign-in?returnUrl=%2Fasked%3Fq%3D1';
    type Row = [
      name: string,
      guard: () => SessionGuard,
      answer: Answer,
      url: string,
      data?: object,
    ];
    const rows: readonly Row[] = [
      ['authGuard: signed in', () => authGuard, ADA, '/asked?q=1'],
      ['authGuard: nobody', () => authGuard, null, toSignIn],
      ['authGuard: 401', () => authGuard, 401, toSignIn],
      ['authGuard: 500, unknown', () => authGuard, 500, toSignIn],
      ['authGuard: offline, unknown', () => authGuard, 'offline', toSignIn],
      ['authGuard: HTML, unknown', () => authGuard, '<html>', toSignIn],
      ['guestGuard: signed in', () => guestGuard, ADA, '/'],
      ['guestGuard: nobody', () => guestGuard, 401, '/asked?q=1'],
      ['guestGuard: unknown', () => guestGuard, 500, STAYS],
      ['roleGuard: the role', () => roleGuard('admin'), ADA, '/asked?q=1'],
      ['roleGuard: without the role', () => roleGuard('admin'), UMA, '/forbidden'],
      ['roleGuard: nobody', () => roleGuard('admin'), null, toSignIn],
      ['roleGuard: unknown', () => roleGuard('admin'), 503, toSignIn],
      ['roleGuard: any', () => roleGuard(['editor', 'admin']), ADA, '/asked?q=1'],
      ['roleGuard: all', () => roleGuard(['editor', 'admin'], { all: true }), ADA, '/forbidden'],
      ['roleGuard: none wanted', () => roleGuard([]), ADA, '/forbidden'],
      ['roleGuard: of the route', () => roleGuard(), ADA, '/asked?q=1', { roles: 'admin' }],
      [
        'roleGuard: of the route, lacking',
        () => roleGuard(),
        UMA,
        '/forbidden',
        { roles: ['admin'] },
      ],
      ['roleGuard: of the route, none', () => roleGuard(), ADA, '/forbidden'],
      [
        'roleGuard: of the route, all',
        () => roleGuard(undefined, { all: true }),
        ADA,
        '/forbidden',
        { roles: ['admin', 'x'] },
      ],
      [
        'roleGuard: to a path',
        () => roleGuard('x', { redirectTo: '/sorry?why=role' }),
        ADA,
        '/sorry?why=role',
      ],
      [
        'roleGuard: to where a function says',
        () => roleGuard('x', { redirectTo: () => '/sorry' }),
        ADA,
        '/sorry',
      ],
      [
        'roleGuard: to where a function with a UrlTree says',
        () => roleGuard('x', { redirectTo: () => inject(Router).createUrlTree(['/sorry']) }),
        ADA,
        '/sorry',
      ],
      [
        'roleGuard: to where a RedirectCommand says',
        () =>
          roleGuard('x', {
            redirectTo: () =>
              new RedirectCommand(inject(Router).parseUrl('/sorry'), { replaceUrl: true }),
          }),
        ADA,
        '/sorry',
      ],
      [
        'roleGuard: where redirectTo throws',
        () =>
          roleGuard('x', {
            redirectTo: () => {
              throw new Error('oops');
            },
          }),
        ADA,
        STAYS,
      ],
      [
        'roleGuard: redirectTo does not answer for who is not signed in',
        () => roleGuard('x', { redirectTo: '/sorry' }),
        null,
        toSignIn,
      ],
      ...[undefined, null, 0, {}, Promise.resolve(true)].map((target, index): Row => [
        `roleGuard: where redirectTo gives what it may not (${index})`,
        () => roleGuard('x', { redirectTo: () => target as string }),
        ADA,
        STAYS,
      ]),
      [
        'roleGuard: back to the page itself by a UrlTree',
        () => roleGuard('x', { redirectTo: () => inject(Router).parseUrl('/asked?q=1') }),
        ADA,
        STAYS,
      ],
      [
        'roleGuard: back to the page itself by a RedirectCommand',
        () =>
          roleGuard('x', {
            redirectTo: () => new RedirectCommand(inject(Router).parseUrl('/asked?q=1')),
          }),
        ADA,
        STAYS,
      ],
      [
        'roleGuard: back to the page itself',
        () => roleGuard('x', { redirectTo: '/asked?q=1' }),
        ADA,
        STAYS,
      ],
    ];
    for (const [name, guard, answer, url, data] of rows) {
      it(`${name} → ${url}`, async () => {
        expect(await visit(guard(), answer, data)).toBe(url);
      });
    }

    it('wait for the answer', async () => {
      const { get, session } = setUp({ routes: [...routesWith(authGuard), ...PAGES] });
      const router = TestBed.inject(Router);
      const navigated = router.navigateByUrl('/asked');
      await settle();
      expect(router.url).toBe('/');
      expect(session.status()).toBe('loading');
      get().flush(ADA);
      await navigated;
      expect(router.url).toBe('/asked');
    });

    it('let in a user whom a bad network leaves stale', async () => {
      const { get, startAs } = setUp({ routes: [...routesWith(roleGuard('admin')), ...PAGES] });
      await startAs(ADA);
      const navigated = TestBed.inject(Router).navigateByUrl('/asked');
      disconnect(get());
      expect(await navigated).toBeTrue();
    });
  });
}

describe('guards', () => {
  it('lead in no circle where the sign-in page itself is guarded', async () => {
    const { server } = setUp({
      routes: [
        { path: 'sign-in', component: Page, canActivate: [authGuard] },
        { path: 'forbidden', component: Page, canActivate: [roleGuard('root')] },
      ],
    });
    const router = TestBed.inject(Router);
    for (const [url, answer] of [
      ['/sign-in', null],
      ['/sign-in?returnUrl=%2Fx', null],
      ['/forbidden', ADA],
    ] as const) {
      const navigated = router.navigateByUrl(url);
      await settle();
      server.match(UPDATE_URL).forEach((request) => {
        request.flush(answer);
      });
      expect(await navigated).toBeFalse();
    }
  });

  it('send a signed-in guest to the page that was asked for', async () => {
    const { get } = setUp({
      routes: [
        { path: 'sign-in', component: Page, canActivate: [guestGuard] },
        { path: '**', component: Page },
      ],
    });
    const navigated = TestBed.inject(Router).navigateByUrl('/sign-in?returnUrl=%2Forders');
    await settle();
    get().flush(ADA);
    await navigated;
    expect(TestBed.inject(Router).url).toBe('/orders');
  });

  it('can be called by a test of an app, outside of any navigation', async () => {
    const { get } = setUp();
    const router = TestBed.inject(Router);
    const answer = TestBed.runInInjectionContext(
      () => authGuard({} as never, { url: '/orders' } as never) as Promise<UrlTree>,
    );
    failWith(get(), 401);
    expect(router.serializeUrl(await answer)).toBe('/sign-in?returnUrl=%2Forders');
  });

  it('answer false where something throws, so that the navigation ends and does not fail', async () => {
    const { startAs } = setUp({ config: { cache: true } });
    await startAs(UMA);
    const guard = roleGuard('admin', {
      redirectTo: () => {
        throw new Error('oops');
      },
    });
    const answer = TestBed.runInInjectionContext(
      () => guard({} as never, { url: '/orders' } as never) as Promise<unknown>,
    );
    await expectAsync(answer).toBeResolvedTo(false);
  });

  it('keep what the path of the sign-in page has of its own, and lead in no circle there', async () => {
    const { get } = setUp({
      config: { signInPath: '/login?tab=password' },
      routes: [
        { path: 'login', component: Page, canActivate: [authGuard] },
        { path: 'asked', component: Page, canActivate: [authGuard] },
        { path: '**', component: Page },
      ],
    });
    const router = TestBed.inject(Router);
    const answer = TestBed.runInInjectionContext(
      () => authGuard({} as never, { url: '/asked' } as never) as Promise<UrlTree>,
    );
    failWith(get(), 401);
    expect(router.serializeUrl(await answer)).toBe('/login?tab=password&returnUrl=%2Fasked');
    const navigated = router.navigateByUrl('/login?tab=other');
    failWith(get(), 401);
    expect(await navigated).toBeFalse();
  });

  it('take the page that a route redirects to for the one asked for', async () => {
    const { get } = setUp({
      routes: [
        { path: 'old', redirectTo: 'asked' },
        { path: 'asked', component: Page, canActivate: [authGuard] },
        { path: 'sign-in', component: Page },
      ],
    });
    const navigated = TestBed.inject(Router).navigateByUrl('/old?q=1');
    failWith(get(), 401);
    await navigated;
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnUrl=%2Fasked%3Fq%3D1');
  });

  for (const [name, guard, answer] of [
    ['the sign-in page', authGuard, 401],
    ['the page for those without the role', roleGuard('nobody'), ADA],
  ] as const) {
    it(`stay closed where ${name} has no route and ** leads back to what they guard`, async () => {
      const { get } = setUp({
        routes: [
          { path: '', pathMatch: 'full', component: Page, canActivate: [guard] },
          { path: 'asked', component: Page, canActivate: [guard] },
          { path: '**', redirectTo: '' },
        ],
      });
      const router = TestBed.inject(Router);
      let legs = 0;
      router.events.subscribe((event) => {
        if (event instanceof NavigationStart && ++legs > 9) throw new Error('round in a circle');
      });
      const navigated = router.navigateByUrl('/asked');
      if (answer === 401) failWith(get(), answer);
      else get().flush(answer);
      expect(await navigated).toBeFalse();
      expect(legs).toBe(2);
    });
  }

  it('use the paths and the parameter that are configured', async () => {
    const { get } = setUp({
      config: { signInPath: '/auth/login', returnUrlParam: 'next' },
      routes: [
        { path: 'asked', component: Page, canActivate: [authGuard] },
        { path: '**', component: Page },
      ],
    });
    const navigated = TestBed.inject(Router).navigateByUrl('/asked');
    failWith(get(), 401);
    await navigated;
    expect(TestBed.inject(Router).url).toBe('/auth/login?next=%2Fasked');
  });
});
