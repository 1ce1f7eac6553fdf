import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FlashMessages, SessionData } from 'ng-session';
import { provideNgSessionTesting } from 'ng-session/testing';

import { ADA } from './ada';
import { Article } from './article';
import { Contact } from './contact';
import { Home } from './home';
import { Notification } from './notification';
import { Preview } from './preview';
import { SignOutButton } from './sign-out-button';

@Component({
  imports: [Notification, RouterOutlet],
  template: '<shop-notification /><router-outlet />',
})
class Shell {}

describe('the flash messages of the shop', () => {
  const open = async (url: string, component: Type<unknown>) => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          {
            path: '',
            component: Shell,
            children: [
              { path: '', component: Home },
              { path: url.slice(1), component },
              { path: 'preview', component: Preview },
            ],
          },
        ]),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideNgSessionTesting({ user: ADA }),
      ],
    });
    const harness = await RouterTestingHarness.create(url);
    const page = harness.fixture.nativeElement as HTMLElement;
    return {
      page,
      stable: () => harness.fixture.whenStable(),
      server: TestBed.inject(HttpTestingController),
      go: (to: string) => harness.navigateByUrl(to),
      submit: () => page.querySelector('button')?.click(),
      type: (selector: string, value: string) => {
        const input = page.querySelector<HTMLInputElement>(selector)!;
        input.value = value;
        input.dispatchEvent(new Event('input'));
      },
      notification: () => page.querySelector('shop-notification')?.textContent.trim(),
    };
  };

  it('thank on the next page, and only there', async () => {
    const { page, server, go, stable, submit, type, notification } = await open(
      '/contact',
      Contact,
    );
    type('textarea', 'Where is my tea?');
    submit();
    server.expectOne('/api/contact').flush(null);
    await until(() => TestBed.inject(Router).url === '/');
    await stable();
    expect(notification()).toBe('Thank you. We will answer.');
    expect(page.querySelector('shop-notification p')?.className).toBe('success');

    await go('/contact');
    expect(notification()).toBe('');
    expect(page.querySelector('textarea')?.value).toBe('');
  });

  it('show what the server says is wrong beside the fields, and keep what was typed', async () => {
    const { page, server, go, stable, submit, type } = await open('/contact', Contact);
    type('#contact-email', 'ada');
    submit();
    const errors = { email: ['is no email address'] };
    server
      .expectOne('/api/contact')
      .flush({ errors }, { status: 422, statusText: 'Unprocessable Content' });
    await until(() => TestBed.inject(FlashMessages).has('errors'));
    await stable();
    expect(page.querySelector('#contact-email-errors')?.textContent).toContain('is no email');
    expect(page.querySelector<HTMLInputElement>('#contact-email')?.value).toBe('ada');

    await go('/');
    await go('/contact');
    expect(page.querySelector('#contact-email-errors')).toBeNull();
  });

  it('carry a form to its preview and back, without the password', async () => {
    const { page, go, stable, submit, type } = await open('/article', Article);
    type('input', 'Green tea');
    type('input[type=password]', 'correct horse');
    await stable();
    submit();
    await until(() => TestBed.inject(Router).url === '/preview');
    await stable();
    expect(page.querySelector('h1')?.textContent).toBe('Green tea');
    expect(JSON.stringify(TestBed.inject(SessionData).all())).not.toContain('horse');

    await go('/article');
    expect(page.querySelector<HTMLInputElement>('input')?.value).toBe('Green tea');
    expect(page.querySelector<HTMLInputElement>('input[type=password]')?.value).toBe('');
  });

  it('say that somebody has signed out', async () => {
    const { stable, submit, notification } = await open('/leave', SignOutButton);
    submit();
    await until(() => TestBed.inject(Router).url === '/');
    await stable();
    expect(notification()).toBe('You have signed out.');
  });
});

/** Waits for as long as it takes; what never comes ends with the time-out of the spec. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
}
