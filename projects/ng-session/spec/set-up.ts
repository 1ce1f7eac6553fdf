import {
  type HttpErrorResponse,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Routes, provideRouter } from '@angular/router';
import {
  type NgSessionConfig,
  type NgSessionFeature,
  type SessionEvent,
  SessionService,
  type SessionUser,
  provideNgSession,
} from 'ng-session';

declare module 'ng-session' {
  interface SessionUser {
    id?: number;
    name?: string;
    roles?: string[];
  }
}

export const UPDATE_URL = '/api/session';
export const SIGN_IN_URL = '/api/users/sign-in';
export const SIGN_OUT_URL = '/api/users/sign-out';

export const ADA: SessionUser = { id: 1, name: 'Ada', roles: ['admin'] };
export const UMA: SessionUser = { id: 2, name: 'Uma', roles: ['user'] };

export interface SetUp {
  readonly config?: NgSessionConfig;
  /** Default: none, but a router, so that nothing is loaded before a test asks for it. */
  readonly routes?: Routes;
  readonly features?: NgSessionFeature[];
  readonly interceptors?: HttpInterceptorFn[];
  readonly providers?: (Provider | EnvironmentProviders)[];
}

/** The library as an app sets it up; only HTTP is not real. */
export function setUp({
  config,
  features = [],
  routes = [],
  interceptors = [],
  providers = [],
}: SetUp = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes),
      provideHttpClient(withInterceptors(interceptors)),
      provideHttpClientTesting(),
      provideNgSession(config, ...features),
      ...providers,
    ],
  });
  const session = TestBed.inject(SessionService);
  const server = TestBed.inject(HttpTestingController);
  const events: SessionEvent[] = [];
  session.events.subscribe((event) => events.push(event));

  /** The only request of this kind under way. */
  const pending = (method: string, url = UPDATE_URL): TestRequest =>
    server.expectOne((request) => request.method === method && request.url === url);

  return {
    session,
    server,
    events,
    /** The requests of this kind that have not been answered; they are to be answered then. */
    sent: (method: string, url = UPDATE_URL): TestRequest[] =>
      server.match((request) => request.method === method && request.url === url),
    get: () => pending('GET'),
    put: () => pending('PUT'),
    signInPost: () => pending('POST', SIGN_IN_URL),
    signOutPost: () => pending('POST', SIGN_OUT_URL),
    /** Has somebody signed in, as a page load finds them. */
    async startAs(user: SessionUser): Promise<void> {
      const updated = session.update();
      pending('GET').flush(user);
      await updated;
      events.length = 0;
    },
  };
}

export type Harness = ReturnType<typeof setUp>;

/** Answers with a status and no body that matters. */
export function failWith(request: TestRequest, status: number, body: unknown = null): void {
  request.flush(body as null, { status, statusText: `Status ${String(status)}` });
}

/** Breaks the connection. */
export function disconnect(request: TestRequest): void {
  request.error(new ProgressEvent('error'));
}

/** What the promise rejects with; fails the test where it does not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was expected to reject.');
}

/** The status that the promise rejects with. */
export async function rejectedStatus(promise: Promise<unknown>): Promise<number> {
  return ((await rejectionOf(promise)) as HttpErrorResponse).status;
}

/** Lets all that is due happen: promises, effects, what the router does between them. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
