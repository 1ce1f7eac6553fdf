import {
  HttpErrorResponse,
  type HttpInterceptorFn,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { SessionUser } from 'ng-session';
import { defer, delay, of, throwError } from 'rxjs';
import { ADA, SIGN_IN_URL, SIGN_OUT_URL, UMA, UPDATE_URL } from './set-up';
import { inSeconds, tokenFor } from './tokens';

/** An API as the tabs of one browser see it: what a cookie knows is here, what a token knows is in it. */
export class SimulatedApi {
  /** Whether the network is down. */
  isDown = false;
  /** Requests that were heard, such as `GET /api/session`. */
  readonly heard: string[] = [];
  /** Whom the cookie of the browser stands for. */
  #cookie: SessionUser | null = null;
  /** The tokens that count. */
  readonly #tokens = new Map<string, SessionUser>();
  #count = 0;

  constructor(private readonly kind: 'cookie' | 'token') {}

  readonly interceptor: HttpInterceptorFn = (request) =>
    defer(() => {
      this.heard.push(`${request.method} ${request.url}`);
      if (this.isDown) return throwError(() => new HttpErrorResponse({ status: 0 }));
      const { status, body = null } = this.#answer(request);
      return status < 300
        ? of(new HttpResponse({ status, body }))
        : throwError(() => new HttpErrorResponse({ status, url: request.url }));
    }).pipe(delay(0));

  /** Ends all sessions, as an administrator does. */
  revoke(): void {
    this.#cookie = null;
    this.#tokens.clear();
  }

  /** Makes a token for whom a cookie of its own stands for. */
  readonly refresh = async (): Promise<string | null> => {
    if (this.isDown) throw new TypeError('Failed to fetch');
    return this.#cookie && this.#issue(this.#cookie);
  };

  #answer(request: HttpRequest<unknown>): { status: number; body?: unknown } {
    const { method, url } = request;
    if (method === 'POST' && url === SIGN_IN_URL) {
      const user = [ADA, UMA].find(({ name }) => name === request.body);
      if (!user) return { status: 401 };
      this.#cookie = user;
      return { status: 200, body: this.kind === 'token' ? { token: this.#issue(user) } : null };
    }
    const bearer = request.headers.get('Authorization')?.replace('Bearer ', '') ?? '';
    const user = this.kind === 'token' ? this.#tokens.get(bearer) : this.#cookie;
    if (method === 'POST' && url === SIGN_OUT_URL) {
      this.#cookie = null;
      this.#tokens.delete(bearer);
      return { status: 204 };
    }
    if (!user) return { status: 401 };
    return { status: 200, body: url === UPDATE_URL ? { ...user } : 'an answer' };
  }

  #issue(user: SessionUser): string {
    const token = tokenFor(user, { jti: String(++this.#count), exp: inSeconds(300) });
    this.#tokens.set(token, user);
    return token;
  }
}
