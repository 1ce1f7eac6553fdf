import { Injectable } from '@angular/core';
import { type Observable, defer, from, switchMap, tap, throwIfEmpty } from 'rxjs';

/**
 * Sends what changes the session one after another. Two at once would race for the session cookie:
 * the sign-out could reach the server first, and the answer to the sign-in then set a live cookie.
 */
@Injectable({ providedIn: 'root' })
export class MutationQueue {
  #last: Promise<void> | null = null;

  /** Sends the request when all before it are answered; within the call when there are none. */
  enqueue<T>(request: () => Observable<T>): Observable<T> {
    const before = this.#last;
    let settle: () => void;
    const mine = new Promise<void>((resolve) => {
      settle = resolve;
    });
    this.#last = mine;
    const release = () => {
      if (this.#last === mine) this.#last = null;
      settle();
    };
    return (before ? from(before).pipe(switchMap(request)) : defer(request)).pipe(
      // An interceptor that swallows an error would leave everybody waiting.
      throwIfEmpty(),
      // With the answer, not after it: the read that follows an answer needs no further turn.
      tap({ next: release, finalize: release }),
    );
  }

  /** Sends a read when no change is under way, so that its answer tells of the session after it. */
  whenIdle<T>(request: () => Observable<T>): Observable<T> {
    return this.#last
      ? from(this.#last).pipe(switchMap(() => this.whenIdle(request)))
      : defer(request);
  }
}
