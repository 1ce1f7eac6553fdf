import type { HttpContext, HttpHeaders, HttpParams } from '@angular/common/http';

/** Angular's own options of an HTTP request, less those that the session decides itself. */
export interface SessionRequestOptions {
  readonly headers?: HttpHeaders | Record<string, string | string[]>;
  readonly params?:
    HttpParams | Record<string, string | number | boolean | readonly (string | number | boolean)[]>;
  readonly context?: HttpContext;
  /** Milliseconds; default: `timeout` of the configuration. */
  readonly timeout?: number;
  /** Whether the browser finishes the request when the page is closed, as a last sign-out may want. */
  readonly keepalive?: boolean;
  readonly cache?: RequestCache;
  readonly priority?: RequestPriority;
  readonly mode?: RequestMode;
  readonly redirect?: RequestRedirect;
}
