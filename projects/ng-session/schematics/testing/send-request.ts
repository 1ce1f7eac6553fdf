import '@angular/compiler';
import {
  FetchBackend,
  HttpBackend,
  HttpClient,
  type HttpEvent,
  type HttpInterceptorFn,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';
import type { Tree } from '@angular-devkit/schematics';
import { type Observable, of } from 'rxjs';

import { library } from './library';
import { runApp } from './run-app';

/** What comes out at the end of the interceptors of an application. */
export interface SentRequest {
  readonly withCredentials: boolean;
  /** The interceptors that it went through, in their order, as far as they sign it. */
  readonly signatures: readonly string[];
}

/** The header that an interceptor signs in. */
const SIGNATURES = 'X-Signatures';
const ORIGIN = 'http://localhost/';

TestBed.initTestEnvironment(BrowserTestingModule, platformBrowserTesting());

/** The real interceptor, which signs before it does its work. */
function signing(name: 'credentialsInterceptor' | 'unauthorizedInterceptor'): HttpInterceptorFn {
  return (request, next) =>
    library[name](request.clone({ headers: request.headers.append(SIGNATURES, name) }), next);
}

/** Sends a request to the origin of the application, through all that its root providers set up. */
export function sendRequest(tree: Tree): SentRequest {
  // What would listen to a window does not do so on a server.
  Object.assign(globalThis, { ngServerMode: true });
  const sent: HttpRequest<unknown>[] = [];
  class Recorder extends FetchBackend {
    override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
      sent.push(request);
      return of(new HttpResponse());
    }
  }
  TestBed.configureTestingModule({
    providers: [
      ...runApp(tree, {
        'ng-session': {
          ...library,
          credentialsInterceptor: signing('credentialsInterceptor'),
          unauthorizedInterceptor: signing('unauthorizedInterceptor'),
        },
      }),
      { provide: DOCUMENT, useValue: { location: { href: ORIGIN }, baseURI: ORIGIN, cookie: '' } },
      { provide: HttpBackend, useFactory: () => new Recorder() },
    ],
  });
  TestBed.inject(HttpClient).get('/api/orders').subscribe();
  TestBed.resetTestingModule();
  return {
    withCredentials: sent[0]?.withCredentials === true,
    signatures: sent[0]?.headers.getAll(SIGNATURES) ?? [],
  };
}
