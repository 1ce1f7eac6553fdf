import { HttpClient, HttpContext } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { SKIP_TOKEN } from 'ng-session';
import type { Observable } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class PublicPrices {
  readonly #http = inject(HttpClient);

  // #region skip
  read(): Observable<unknown> {
    return this.#http.get('/api/prices', { context: new HttpContext().set(SKIP_TOKEN, true) });
  }
  // #endregion skip
}
