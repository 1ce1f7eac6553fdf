import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';

export interface Order {
  readonly id: number;
}

@Injectable({ providedIn: 'root' })
export class Orders {
  readonly #http = inject(HttpClient);

  list(): Observable<Order[]> {
    return this.#http.get<Order[]>('/api/orders');
  }
}
