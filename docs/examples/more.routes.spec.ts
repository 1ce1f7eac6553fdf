import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideNgSessionTesting } from 'ng-session/testing';

import { routes } from './app.routes';
import { adminRoutes, articleRoutes, billingRoutes } from './more.routes';

describe('more routes', () => {
  const visit = async (url: string, roles: string[]): Promise<string> => {
    const all = [...articleRoutes, ...adminRoutes, ...billingRoutes, ...routes];
    TestBed.configureTestingModule({
      providers: [
        provideRouter(all),
        provideNgSessionTesting({ user: { id: 1, name: 'Ada', roles } }),
      ],
    });
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    return TestBed.inject(Router).url;
  };

  for (const [url, roles, end] of [
    ['/articles', ['editor'], '/articles'],
    ['/articles/trash', ['editor'], '/forbidden'],
    ['/articles/trash', ['admin'], '/articles/trash'],
    ['/reports', ['admin'], '/reports'],
    ['/reports', [], '/forbidden'],
    ['/billing', ['admin'], '/account'],
    ['/billing', ['admin', 'accounting'], '/billing'],
  ] as const) {
    it(`lead from ${url} with ${JSON.stringify(roles)} to ${end}`, async () => {
      expect(await visit(url, [...roles])).toBe(end);
    });
  }
});
