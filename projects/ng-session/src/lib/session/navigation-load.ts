import { Injectable, inject } from '@angular/core';
import { NavigationCancel, NavigationCancellationCode, NavigationStart } from '@angular/router';
import { injectRouter } from './inject-router';
import { SessionService } from './session-service';

/** Resolves the session once a navigation; where there is no router, once at start-up. */
@Injectable({ providedIn: 'root' })
export class NavigationLoad {
  readonly #session = inject(SessionService);
  readonly #router = injectRouter();
  #current: Promise<void> | null = null;

  /** Begins to follow the router, or loads at once where there is none; ends with the application. */
  start(): void {
    let isRedirect = false;
    // The router ends its events with the application.
    this.#router?.events.subscribe((event) => {
      if (event instanceof NavigationStart) {
        // The leg after a redirect belongs to the navigation that was redirected.
        if (!isRedirect) this.#current = this.#session.resolve();
        isRedirect = false;
      } else if (event instanceof NavigationCancel) {
        isRedirect = event.code === NavigationCancellationCode.Redirect;
      }
    });
    // No navigation will ever ask, or an initializer began one before this could hear of it.
    if (!this.#router || this.#router.currentNavigation()) this.#current = this.#session.resolve();
  }

  /** Settles when the session is known for the latest navigation, however many guards ask. */
  ready(): Promise<void> {
    return this.#current ?? this.#session.resolve();
  }
}
