import { Service, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router } from '@angular/router';

import {
  type LoggedNavigation,
  type LoggedRequest,
  type RequestOutcome,
} from './logged-navigation';

const MAX_NAVIGATIONS = 25;

/** Which requests the app sent, below the navigation after which they were sent. */
@Service()
export class RequestLog {
  readonly #router = inject(Router);
  readonly #navigations = signal<readonly LoggedNavigation[]>([]);
  #lastId = 0;

  /** The newest first. */
  readonly navigations = this.#navigations.asReadonly();
  readonly count = computed(() =>
    this.#navigations().reduce((count, { requests }) => count + requests.length, 0),
  );
  readonly latest = computed(() =>
    this.#navigations()
      .find(({ requests }) => requests.length > 0)
      ?.requests.at(-1),
  );

  constructor() {
    this.#router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.#open(event.id, event.url);
    });
  }

  /** Logs a request; returns what is to be called with its outcome, of which the first counts. */
  start(method: string, path: string): (outcome: RequestOutcome) => void {
    const startedAt = performance.now();
    const request: LoggedRequest = {
      id: ++this.#lastId,
      method,
      path,
      duringNavigation: this.#router.currentNavigation() !== null,
      outcome: 'pending',
      milliseconds: null,
    };
    this.#add(request);
    let pending = true;
    return (outcome) => {
      if (!pending) return;
      pending = false;
      const milliseconds = Math.round(performance.now() - startedAt);
      this.#replace({ ...request, outcome, milliseconds });
    };
  }

  /** Forgets all but the current navigation, which keeps its place for what comes. */
  clear(): void {
    this.#navigations.update(([current]) => (current ? [{ ...current, requests: [] }] : []));
  }

  #open(id: number, url: string): void {
    this.#navigations.update((all) =>
      [{ id, url, requests: [] }, ...all].slice(0, MAX_NAVIGATIONS),
    );
  }

  #add(request: LoggedRequest): void {
    this.#navigations.update(([current, ...earlier]) => {
      const { id, url, requests } = current ?? { id: 0, url: '', requests: [] };
      return [{ id, url, requests: [...requests, request] }, ...earlier];
    });
  }

  #replace(request: LoggedRequest): void {
    this.#navigations.update((all) =>
      all.map((navigation) => ({
        ...navigation,
        requests: navigation.requests.map((one) => (one.id === request.id ? request : one)),
      })),
    );
  }
}
