import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import {
  SessionTestingController,
  type SignInAnswer,
  provideNgSessionTesting,
} from 'ng-session/testing';

import { ADA } from './ada';
import { routes } from './app.routes';

// #region form
describe('SignIn', () => {
  /** Asks for the account page, and sends the form that comes instead. */
  const signIn = async (answer: SignInAnswer) => {
    TestBed.configureTestingModule({
      providers: [provideRouter(routes), provideNgSessionTesting()],
    });
    const controller = TestBed.inject(SessionTestingController);
    controller.onSignIn(() => answer);
    const { fixture } = await RouterTestingHarness.create('/account');
    const page = fixture.nativeElement as HTMLElement;

    fill(page, 'input[type=email]', 'ada@example.com');
    fill(page, 'input[type=password]', 'correct horse');
    page.querySelector('button')?.click();
    await fixture.whenStable();
    return { controller, alert: page.querySelector('[role=alert]')?.textContent };
  };

  it('signs in, and goes to the page that was asked for', async () => {
    const { controller } = await signIn(ADA);

    expect(TestBed.inject(Router).url).toBe('/account');
    expect(controller.expectEvent('signedIn').user).toEqual(ADA);
    const sent = controller.requests.find(({ operation }) => operation === 'signIn');
    expect(sent?.data).toEqual({ email: 'ada@example.com', password: 'correct horse' });
  });

  it('says that the password is wrong', async () => {
    const { alert } = await signIn(401);

    expect(alert).toBe('Email or password is wrong.');
  });

  it('says that the server can not be reached', async () => {
    const { alert } = await signIn('network');

    expect(alert).toContain('could not be reached');
  });
});

function fill(page: HTMLElement, selector: string, value: string): void {
  const input = page.querySelector<HTMLInputElement>(selector)!;
  input.value = value;
  input.dispatchEvent(new Event('input'));
}
// #endregion form
