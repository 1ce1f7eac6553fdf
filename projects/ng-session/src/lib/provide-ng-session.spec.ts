import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, InjectionToken, NgModule, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpResponse } from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { of } from 'rxjs';
import {
  type NgSessionFeature,
  NgSessionModule,
  SessionBackend,
  SessionError,
  SessionService,
  provideNgSession,
} from 'ng-session';
import { ADA, setUp, settle } from '../../spec/set-up';

const GREETING = new InjectionToken<string>('GREETING');
const withGreeting = (greeting: string): NgSessionFeature => ({
  ɵkind: 'withGreeting',
  ɵproviders: [{ provide: GREETING, useValue: greeting }],
});

describe('provideNgSession', () => {
  it('takes features, each once', () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideRouter([]),
        provideNgSession({}, withGreeting('hello')),
      ],
    });
    expect(TestBed.inject(GREETING)).toBe('hello');
    expect(() => provideNgSession({}, withGreeting('a'), withGreeting('b'))).toThrowError(
      SessionError,
      /withGreeting\(\) is given twice/,
    );
  });

  it('takes a backend of the app', async () => {
    const answers: string[] = [];
    const answer = (what: string, body: unknown = null) => {
      answers.push(what);
      return of(new HttpResponse({ body }));
    };
    const backend: SessionBackend = {
      fetch: () => answer('fetch', ADA),
      refetch: () => answer('refetch'),
      signIn: () => answer('signIn'),
      signOut: () => answer('signOut'),
    };
    const { session } = setUp({ providers: [{ provide: SessionBackend, useValue: backend }] });
    await session.signIn({});
    expect(session.user()).toEqual(ADA);
    await session.reload();
    await session.update();
    await session.update();
    await session.signOut();
    expect(answers).toEqual(['signIn', 'fetch', 'refetch', 'fetch', 'fetch', 'fetch', 'signOut']);
  });

  it('is the same as NgSessionModule.forRoot for an app with NgModules', async () => {
    @Component({ selector: 'test-root', standalone: false, template: `{{ session.user()?.name }}` })
    class Root {
      protected readonly session = inject(SessionService);
    }
    @NgModule({
      declarations: [Root],
      imports: [NgSessionModule.forRoot({ updateUrl: '/me' }, withGreeting('hello'))],
      providers: [provideHttpClient(), provideHttpClientTesting()],
    })
    class RootModule {}
    TestBed.configureTestingModule({ imports: [RootModule] });
    const fixture = TestBed.createComponent(Root);
    TestBed.inject(HttpTestingController).expectOne('/me').flush(ADA);
    await settle();
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('Ada');
    expect(TestBed.inject(GREETING)).toBe('hello');
    expect(() => NgSessionModule.forRoot({ cache: 'soon' })).toThrowError(
      SessionError,
      /invalid-config/,
    );
  });

  it('holds nothing in the module: a second application starts unknown', async () => {
    const { startAs } = setUp();
    await startAs(ADA);
    TestBed.resetTestingModule();
    const { session } = setUp();
    expect(session.user()).toBeNull();
    expect(session.status()).toBe('loading');
  });
});
