import { type Observable, defer, finalize, from, switchMap } from 'rxjs';

/**
 * Sends what changes the session one after another. Two at once would race for the session cookie:
 * the sign-out could reach the server first, and the answer to the sign-in then set a live cookie.
 */
export class MutationQueue {
  private last: Promise<void> | null = null;

  /** Runs the request when all before it are done; within the call when there are none. */
  enqueue<T>(request: () => Observable<T>): Observable<T> {
    const before = this.last;
    let settle: () => void;
    const mine = new Promise<void>((resolve) => {
      settle = resolve;
    });
    this.last = mine;
    return (before ? from(before).pipe(switchMap(request)) : defer(request)).pipe(
      finalize(() => {
        if (this.last === mine) this.last = null;
        settle();
      }),
    );
  }

  /** Runs a read when no change is under way, so that its answer tells of the session after it. */
  whenIdle<T>(request: () => Observable<T>): Observable<T> {
    return defer(() =>
      this.last ? from(this.last).pipe(switchMap(() => this.whenIdle(request))) : request(),
    );
  }
}
