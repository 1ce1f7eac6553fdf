/** A status of HTTP, or why there is none. */
export type RequestOutcome = number | 'pending' | 'no answer' | 'cancelled';

export interface LoggedRequest {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  /** Whether the navigation was still under way: then the session or a guard asked, not the page. */
  readonly duringNavigation: boolean;
  readonly outcome: RequestOutcome;
  readonly milliseconds: number | null;
}

export interface LoggedNavigation {
  readonly id: number;
  readonly url: string;
  readonly requests: readonly LoggedRequest[];
}
