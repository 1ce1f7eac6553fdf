import type { TestRequest } from '@angular/common/http/testing';
import type { SessionUser } from 'ng-session';
import { ADA, SIGN_IN_URL, UMA, disconnect, failWith } from './set-up';

/** What becomes of a request: handled, refused by an overloaded server, or lost on the way there. */
export type Outcome = 'ok' | 'refused' | 'lost';

/**
 * A server with one session cookie. Requests are heard in any order, and each answer tells of the
 * moment its request was heard, however late it travels back.
 */
export class SimulatedServer {
  /** Whether anything went wrong on the way. */
  hadFaults = false;

  readonly #accounts = [ADA, UMA];
  readonly #arriving: TestRequest[] = [];
  readonly #travelling: (() => void)[] = [];

  constructor(
    /** Whom the cookie stands for. */
    public user: SessionUser | null,
  ) {}

  /** Whether nothing is on its way in either direction. */
  get isIdle(): boolean {
    return this.#arriving.length + this.#travelling.length === 0;
  }

  receive(requests: readonly TestRequest[]): void {
    this.#arriving.push(...requests);
  }

  /** Hears one of the requests that have arrived. */
  hear(index: number, outcome: Outcome): void {
    const [request] = this.#arriving.splice(index % (this.#arriving.length || 1), 1);
    if (!request) return;
    this.hadFaults ||= outcome !== 'ok';
    this.#travelling.push(this.#handle(request, outcome));
  }

  /** Lets one of the answers arrive. */
  deliver(index: number): void {
    const [answer] = this.#travelling.splice(index % (this.#travelling.length || 1), 1);
    answer?.();
  }

  /** Hears and answers all that has arrived. */
  finish(): void {
    while (this.#arriving.length) this.hear(0, 'ok');
    while (this.#travelling.length) this.deliver(0);
  }

  #handle(request: TestRequest, outcome: Outcome): () => void {
    if (outcome === 'lost') return () => disconnect(request);
    if (outcome === 'refused') return () => failWith(request, 503);
    const { method, url } = request.request;
    if (method === 'POST') {
      const account = request.request.body as unknown;
      this.user = url === SIGN_IN_URL ? (this.#accounts[Number(account)] ?? null) : null;
      return () => request.flush(null);
    }
    const answer = this.user && { ...this.user };
    if (!answer) return () => failWith(request, 401);
    return () => request.flush(method === 'PUT' ? null : answer);
  }
}
