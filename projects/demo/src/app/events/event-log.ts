import { Service, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type SessionEvent, SessionService } from 'ng-session';

const MAX_EVENTS = 100;

export interface LoggedEvent {
  readonly id: number;
  readonly at: Date;
  readonly event: SessionEvent;
}

/** What happened to the session since the app started, the newest first. */
@Service()
export class EventLog {
  readonly #entries = signal<readonly LoggedEvent[]>([]);
  #lastId = 0;

  readonly entries = this.#entries.asReadonly();

  constructor() {
    inject(SessionService)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => this.#add(event));
  }

  clear(): void {
    this.#entries.set([]);
  }

  #add(event: SessionEvent): void {
    const entry = { id: ++this.#lastId, at: new Date(), event };
    this.#entries.update((entries) => [entry, ...entries].slice(0, MAX_EVENTS));
  }
}
