import { DOCUMENT } from '@angular/common';
import { HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { DevWarnings } from '../../config/dev-warnings';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { cookieCauses } from './cookie-causes';
import { siteRelation } from './site-relation';

/** Warns where a sign-in succeeded and the read that follows it does not know of it. */
@Injectable({ providedIn: 'root' })
export class CookieWatch {
  readonly #document = inject(DOCUMENT);
  readonly #config = inject(SESSION_CONFIG);
  readonly #warnings = inject(DevWarnings);
  /** Changes with each sign-in and sign-out: what they overtake tells nothing of the cookie. */
  #turn = 0;
  #hasSignedIn = false;

  /** A sign-in or a sign-out begins. */
  changing(): void {
    this.#turn++;
    this.#hasSignedIn = false;
  }

  /** The server accepted a sign-in. */
  signedIn(): void {
    this.#hasSignedIn = true;
  }

  /** A read begins; returns what is to be called with its answer. */
  reading(): (answer: HttpResponse<unknown> | HttpErrorResponse) => void {
    const isFirst = this.#hasSignedIn;
    const turn = this.#turn;
    this.#hasSignedIn = false;
    return (answer) => {
      if (isFirst && turn === this.#turn) this.#check(answer);
    };
  }

  #check(answer: HttpResponse<unknown> | HttpErrorResponse): void {
    const { location, baseURI, defaultView } = this.#document;
    const page = new URL(location.href);
    const api = new URL(this.#config.updateUrl, baseURI);
    const read = `the sign-in succeeded, but GET ${api.origin}${api.pathname} right after it`;
    if (this.#foundNobody(answer)) {
      const [likely, ...others] = cookieCauses(page, api);
      this.#warnings.warn(
        'cookie-not-kept',
        `${read} found nobody signed in: the session cookie did not come back.\n` +
          `Most likely: ${likely}\nIf it is not that:\n` +
          others.map((cause) => `- ${cause}\n`).join('') +
          'The developer tools show each cookie of the answer to the sign-in, and why one is refused. ' +
          'If your server wants a second step first, such as a code, all is well.',
      );
    } else if (
      isUnreadable(answer) &&
      siteRelation(page, api) !== 'same-origin' &&
      defaultView?.navigator.onLine
    ) {
      this.#warnings.warn(
        'cookie-not-kept',
        `${read} could not be read.\nMost likely CORS: answer it, and the OPTIONS before it, with ` +
          `\`Access-Control-Allow-Origin: ${page.origin}\` (not \`*\`) and ` +
          '`Access-Control-Allow-Credentials: true`, as the sign-in is answered.\n' +
          'If it is not that, the server went away in between.',
      );
    }
  }

  #foundNobody(answer: HttpResponse<unknown> | HttpErrorResponse): boolean {
    if (answer instanceof HttpErrorResponse) return answer.status === 401;
    try {
      return (answer.body ?? null) === null || this.#config.parseUser(answer.body) === null;
    } catch {
      // A bad answer is an error, which tells about itself.
      return false;
    }
  }
}

/** Whether no answer arrived for another reason than the time it took. */
function isUnreadable(answer: HttpResponse<unknown> | HttpErrorResponse): boolean {
  if (!(answer instanceof HttpErrorResponse) || answer.status !== 0) return false;
  return (answer.error as Error | null)?.name !== 'TimeoutError';
}
