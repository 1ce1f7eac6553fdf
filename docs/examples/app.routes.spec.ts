import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type NgSessionTestingOptions, provideNgSessionTesting } from 'ng-session/testing';

import { ADA, UMA } from './ada';
import { routes } from './app.routes';

// #region guard
describe('routes', () => {
  const visit = async (url: string, session: NgSessionTestingOptions): Promise<string> => {
    TestBed.configureTestingModule({
      providers: [provideRouter(routes), provideNgSessionTesting(session)],
    });
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    return TestBed.inject(Router).url;
  };

  it('ask for a sign-in, and remember the page', async () => {
    expect(await visit('/account', {})).toBe('/sign-in?returnUrl=%2Faccount');
  });

  it('let in who is signed in', async () => {
    expect(await visit('/account', { user: UMA })).toBe('/account');
  });

  it('keep the admin page for admins', async () => {
    expect(await visit('/admin', { user: UMA })).toBe('/forbidden');
  });

  it('let admins in', async () => {
    expect(await visit('/admin', { user: ADA })).toBe('/admin');
  });
});
// #endregion guard
