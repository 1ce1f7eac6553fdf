import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HasRole, SessionService } from 'ng-session';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';
import { ADA, UMA } from '../spec/set-up';

@Component({
  imports: [HasRole],
  template: `
    @if (session.user(); as user) {
      <p>Hello {{ user.name }}</p>
      <button type="button" (click)="session.signOut()">Sign out</button>
    } @else if (session.status() === 'loading') {
      <p>One moment</p>
    } @else {
      <p>Hello stranger</p>
    }
    @if (session.stale()) {
      <p>You are offline</p>
    }
    <a *hasRole="'admin'" href="/admin">Admin</a>
  `,
})
class Header {
  protected readonly session = inject(SessionService);
}

describe('a component that shows the session', () => {
  const show = async (options?: Parameters<typeof provideNgSessionTesting>[0]) => {
    TestBed.configureTestingModule({ providers: [provideNgSessionTesting(options)] });
    const fixture = TestBed.createComponent(Header);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return {
      fixture,
      controller: TestBed.inject(SessionTestingController),
      shown: () => Array.from(page.querySelectorAll('p, button, a'), (part) => part.textContent),
      signOut: () => page.querySelector('button')?.click(),
    };
  };

  it('shows who is signed in, and what their roles allow', async () => {
    const { shown } = await show({ user: ADA });
    expect(shown()).toEqual(['Hello Ada', 'Sign out', 'Admin']);
  });

  it('shows nobody by default', async () => {
    const { shown } = await show();
    expect(shown()).toEqual(['Hello stranger']);
  });

  it('follows whoever the test signs in', async () => {
    const { fixture, controller, shown } = await show();

    controller.signInAs(UMA);
    await fixture.whenStable();
    expect(shown()).toEqual(['Hello Uma', 'Sign out']);

    controller.signInAs({ ...UMA, roles: ['user', 'admin'] });
    await fixture.whenStable();
    expect(shown()).toEqual(['Hello Uma', 'Sign out', 'Admin']);

    controller.expire();
    await fixture.whenStable();
    expect(shown()).toEqual(['Hello stranger']);
  });

  it('answers a click on sign out', async () => {
    const { fixture, controller, shown, signOut } = await show({ user: ADA });
    signOut();
    await fixture.whenStable();
    expect(shown()).toEqual(['Hello stranger']);
    expect(controller.requests.at(-1)?.operation).toBe('signOut');
    controller.expectEvent('signedOut');
  });

  it('is still waiting for the server', async () => {
    const { fixture, controller, shown } = await show({ status: 'loading' });
    expect(shown()).toEqual(['One moment']);

    controller.signInAs(ADA);
    await fixture.whenStable();
    expect(shown()).toEqual(['Hello Ada', 'Sign out', 'Admin']);
  });

  it('goes offline and comes back', async () => {
    const { fixture, controller, shown } = await show({ user: ADA });

    controller.fail('network');
    await fixture.whenStable();
    expect(shown()).toEqual(['Hello Ada', 'Sign out', 'You are offline', 'Admin']);

    controller.recover();
    await TestBed.inject(SessionService).update();
    await fixture.whenStable();
    expect(shown()).toEqual(['Hello Ada', 'Sign out', 'Admin']);
  });
});
