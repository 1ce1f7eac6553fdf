import { HttpErrorResponse } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { SessionService } from 'ng-session';
import {
  SessionTestingController,
  type SignInAnswer,
  provideNgSessionTesting,
} from 'ng-session/testing';
import { ADA, UMA } from '../spec/set-up';

interface Credentials {
  readonly email: string;
}

@Component({
  template: `
    <form (submit)="$event.preventDefault(); signIn(email.value)">
      <input #email type="email" aria-label="E-mail" value="ada@example.com" />
      <button type="submit" [disabled]="busy()">Sign in</button>
      <p role="alert">{{ message() }}</p>
    </form>
  `,
})
class SignIn {
  readonly #session = inject(SessionService);
  protected readonly busy = signal(false);
  protected readonly message = signal('');

  protected async signIn(email: string): Promise<void> {
    this.busy.set(true);
    try {
      await this.#session.signIn({ email } satisfies Credentials);
      this.message.set(`Welcome, ${this.#session.user('name') ?? ''}`);
    } catch (error) {
      this.message.set(messageFor(error));
    } finally {
      this.busy.set(false);
    }
  }
}

function messageFor(error: unknown): string {
  if (!(error instanceof HttpErrorResponse)) return String(error);
  const { email } = (error.error ?? {}) as { email?: string };
  if (error.status === 422 && email) return email;
  return error.status === 401 ? 'Not known here' : 'Try again later';
}

describe('a sign-in form', () => {
  const open = async () => {
    TestBed.configureTestingModule({ providers: [provideNgSessionTesting()] });
    const fixture = TestBed.createComponent(SignIn);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const button = page.querySelector('button')!;
    return {
      fixture,
      button,
      controller: TestBed.inject(SessionTestingController),
      session: TestBed.inject(SessionService),
      message: () => page.querySelector('p')?.textContent,
    };
  };

  it('signs in with what was typed', async () => {
    const { fixture, button, controller, session, message } = await open();
    controller.onSignIn(() => ADA);

    button.click();
    await fixture.whenStable();

    expect(message()).toBe('Welcome, Ada');
    expect(session.user()).toEqual(ADA);
    expect(controller.expectEvent('signedIn').user).toEqual(ADA);
    expect(controller.requests).toContain({
      operation: 'signIn',
      data: { email: 'ada@example.com' },
      options: {},
    });
  });

  const refusals: readonly [name: string, answer: SignInAnswer, message: string][] = [
    ['wrong credentials', 401, 'Not known here'],
    ['too many attempts', 429, 'Try again later'],
    ['no connection', 'network', 'Try again later'],
    ['no answer in time', 'timeout', 'Try again later'],
    [
      'bad input, with what the server says of it',
      new HttpErrorResponse({ status: 422, error: { email: 'No such address' } }),
      'No such address',
    ],
  ];
  for (const [name, answer, expected] of refusals) {
    it(`shows ${name}`, async () => {
      const { fixture, button, controller, session, message } = await open();
      controller.onSignIn(() => answer);

      button.click();
      await fixture.whenStable();

      expect(message()).toBe(expected);
      expect(button.disabled).toBeFalse();
      expect(session.status()).toBe('unauthenticated');
      controller.expectNoEvent();
    });
  }

  it('is busy until the server accepts', async () => {
    const { fixture, button, controller, message } = await open();
    const answer = new Subject<SignInAnswer>();
    controller.onSignIn(() => answer);

    button.click();
    await fixture.whenStable();
    expect(button.disabled).toBeTrue();

    answer.next(ADA);
    // A server answers once.
    answer.next(UMA);
    await fixture.whenStable();
    expect(button.disabled).toBeFalse();
    expect(message()).toBe('Welcome, Ada');
  });

  it('is busy until the server refuses', async () => {
    const { fixture, button, controller, message } = await open();
    const answer = new Subject<SignInAnswer>();
    controller.onSignIn(() => answer);

    button.click();
    await fixture.whenStable();
    expect(button.disabled).toBeTrue();

    answer.next(401);
    await fixture.whenStable();
    expect(button.disabled).toBeFalse();
    expect(message()).toBe('Not known here');
  });

  it('takes the answer of a promise, too', async () => {
    const { fixture, button, controller, message } = await open();
    controller.onSignIn(() => Promise.resolve(ADA));
    button.click();
    await fixture.whenStable();
    expect(message()).toBe('Welcome, Ada');
  });

  it('lets what was typed decide', async () => {
    const { fixture, button, controller, message } = await open();
    controller.onSignIn((data) => ((data as Credentials).email.startsWith('uma') ? UMA : 401));
    button.click();
    await fixture.whenStable();
    expect(message()).toBe('Not known here');
  });

  it('is told when the test has not decided how it ends', async () => {
    const { fixture, button, message } = await open();
    button.click();
    await fixture.whenStable();
    expect(message()).toContain('call `onSignIn()` of SessionTestingController');
  });

  it('is told when the answer is neither a user nor a failure', async () => {
    const { fixture, button, controller, message } = await open();
    controller.onSignIn(() => 200);
    button.click();
    await fixture.whenStable();
    expect(message()).toContain('it answered 200');
  });
});
