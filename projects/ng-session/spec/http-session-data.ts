import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { defer, delay, of, throwError } from 'rxjs';

/** A server that keeps the session data of one cookie, behind `/api/session/data`. */
export class SessionDataServer {
  data: unknown = {};
  /** The status that it answers with: 0 for a broken connection, 200 for a page instead of data. */
  fault: number | null = null;
  refusesWrites = false;
  readonly requests: { method: string; body: unknown; keepalive: boolean; credentials: boolean }[] =
    [];

  readonly interceptor: HttpInterceptorFn = (request, next) => {
    const { method, body, url, keepalive, withCredentials } = request;
    if (!url.endsWith('/api/session/data')) return next(request);
    this.requests.push({ method, body, keepalive, credentials: withCredentials });
    return defer(() => {
      const status = this.refusesWrites && method === 'PUT' ? 422 : this.fault;
      if (status === 200) return of(new HttpResponse({ status, body: '<p>Not here' }));
      if (status !== null) return throwError(() => new HttpErrorResponse({ status, url }));
      if (method === 'PUT') this.data = structuredClone(body);
      const answer = method === 'PUT' ? null : structuredClone(this.data);
      return of(new HttpResponse({ status: 200, body: answer }));
    }).pipe(delay(0));
  };
}
