import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';

import { ADA, UMA } from './ada';
import { Header } from './header';

// #region component
describe('Header', () => {
  it('greets an admin, and shows the link', async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideNgSessionTesting({ user: ADA })],
    });
    const fixture = TestBed.createComponent(Header);
    const page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    expect(page.textContent).toContain('Hello Ada');
    expect(page.textContent).toContain('Admin');

    TestBed.inject(SessionTestingController).signInAs(UMA);
    await fixture.whenStable();
    expect(page.textContent).toContain('Hello Uma');
    expect(page.textContent).not.toContain('Admin');
  });
});
// #endregion component

describe('Header, in use', () => {
  // #region sign-out
  it('signs out', async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideNgSessionTesting({ user: ADA })],
    });
    const fixture = TestBed.createComponent(Header);
    const page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();

    page.querySelector('button')?.click();
    await fixture.whenStable();

    TestBed.inject(SessionTestingController).expectEvent('signedOut');
    expect(page.textContent).toContain('Sign in');
  });
  // #endregion sign-out

  it('shows nothing while nobody knows', async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideNgSessionTesting({ status: 'loading' })],
    });
    const fixture = TestBed.createComponent(Header);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent.trim()).toBe('');
  });
});
