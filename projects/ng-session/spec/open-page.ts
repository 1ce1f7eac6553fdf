import { type HttpInterceptorFn, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import {
  ApplicationRef,
  Injector,
  type ProviderToken,
  inject,
  provideAppInitializer,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { Router, type Routes, provideRouter } from '@angular/router';
import {
  type NgSessionConfig,
  type NgSessionFeature,
  type SessionEvent,
  SessionService,
  type SessionUser,
  provideNgSession,
} from 'ng-session';
import { SIGN_IN_URL, SIGN_OUT_URL, UPDATE_URL } from './set-up';

export interface OpenPage {
  readonly features: NgSessionFeature[];
  /** Default: all that there may be, without guards. */
  readonly routes?: Routes;
  readonly interceptors?: HttpInterceptorFn[];
  readonly config?: NgSessionConfig;
  /** Whether the page is at hand before the store has answered, as for what else starts the app. */
  readonly isEarly?: boolean;
}

/** A page of an app, as a browser opens it in a tab: several share what the browser keeps. */
export async function openPage({
  features,
  routes = [{ path: '**', children: [] }],
  interceptors = [],
  config,
  isEarly,
}: OpenPage) {
  let open: (injector: Injector) => void;
  const early = new Promise<Injector>((resolve) => {
    open = resolve;
  });
  const started = createApplication({
    providers: [
      provideRouter(routes),
      provideHttpClient(withInterceptors(interceptors)),
      provideHttpClientTesting(),
      provideNgSession(config, ...features),
      provideAppInitializer(() => {
        open(inject(Injector));
      }),
    ],
  });
  const injector = isEarly ? await early : (await started).injector;
  const app = injector.get(ApplicationRef);
  const session = injector.get(SessionService);
  const server = injector.get(HttpTestingController);
  const router = injector.get(Router);
  const { data } = session;
  const events: SessionEvent[] = [];
  session.events.subscribe((event) => events.push(event));
  const answer = (method: string, url: string, body: object | null): void => {
    server.expectOne((request) => request.method === method && request.url === url).flush(body);
  };

  const page = {
    session,
    server,
    router,
    inject: <T>(token: ProviderToken<T>): T => injector.get(token),
    data,
    events,
    told: (): string[] => events.map(({ type }) => type),
    // Paths that no type is known of.
    put: (path: string, value: unknown): void => data.put(path.split('.'), value),
    get: (path: string): unknown => data.get(path.split('.')),
    /** Has the server say who is signed in, as it is found by a page load. */
    async become(user: SessionUser | null): Promise<void> {
      const updated = session.update();
      answer('GET', UPDATE_URL, user);
      await updated;
    },
    async signIn(user: SessionUser): Promise<void> {
      const signedIn = session.signIn({});
      await until(
        () =>
          server.match({ method: 'POST', url: SIGN_IN_URL }).map((post) => post.flush(null))
            .length > 0,
      );
      await until(
        () =>
          server.match({ method: 'GET', url: UPDATE_URL }).map((get) => get.flush(user)).length > 0,
      );
      await signedIn;
    },
    async signOut(): Promise<void> {
      const signedOut = session.signOut();
      await until(
        () =>
          server.match({ method: 'POST', url: SIGN_OUT_URL }).map((post) => post.flush(null))
            .length > 0,
      );
      await signedOut;
    },
    navigate: async (url: string): Promise<void> => {
      const navigated = router.navigateByUrl(url);
      answer('GET', UPDATE_URL, null);
      await navigated;
    },
    /** Waits until the store has all that is here. */
    stored: () => until(() => !data.hasBeenModified()),
    close: (): void => {
      if (!app.destroyed) app.destroy();
    },
  };
  pages.push(page);
  return page;
}

export type Page = Awaited<ReturnType<typeof openPage>>;

const pages: { close(): void }[] = [];

/** Closes what a spec has opened. */
export function closePages(): void {
  for (const page of pages.splice(0)) page.close();
}

/** Waits for as long as it takes; a spec that never gets there times out. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

/** Lets all that is due happen, that which waits for a lock too. */
export async function rest(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) {
    await turn();
    await navigator.locks.request('ng-session', () => undefined);
  }
  await turn();
}

/** Lets all that is due happen, save what waits for a lock. */
export async function turns(): Promise<void> {
  for (let count = 0; count < 5; count++) await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
