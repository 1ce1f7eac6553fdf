import { type HttpErrorResponse, HttpResponse } from '@angular/common/http';

/** The answer behind an error that is none, with another body. */
export function toResponse<T>(error: HttpErrorResponse, body: T): HttpResponse<T> {
  const { headers, status, url } = error;
  return new HttpResponse({ body, headers, status, url: url ?? undefined });
}
