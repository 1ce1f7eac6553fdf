import { DestroyRef, Injectable, inject } from '@angular/core';
import {
  NavigationCancel,
  NavigationCancellationCode,
  NavigationEnd,
  NavigationError,
  NavigationStart,
} from '@angular/router';
import { injectRouter } from './inject-router';
import { SessionService } from './session-service';

/** Resolves the session once a navigation; where there is no router, once at start-up. */
@Injectable({ providedIn: 'root' })
export class NavigationLoad {
  private readonly session = inject(SessionService);
  private readonly router = injectRouter();
  private readonly destroyRef = inject(DestroyRef);
  private current: Promise<void> | null = null;

  /** Begins to follow the router; ends with the application. */
  start(): void {
    let isRedirect = false;
    const subscription = this.router?.events.subscribe((event) => {
      if (event instanceof NavigationStart) {
        // The leg after a redirect belongs to the navigation that was redirected.
        if (!isRedirect) this.current = this.session.resolve();
        isRedirect = false;
      } else if (event instanceof NavigationCancel) {
        isRedirect = event.code === NavigationCancellationCode.Redirect;
        if (!isRedirect) this.current = null;
      } else if (event instanceof NavigationEnd || event instanceof NavigationError) {
        this.current = null;
      }
    });
    this.destroyRef.onDestroy(() => subscription?.unsubscribe());
  }

  /** Loads once where no navigation ever will. */
  loadWithoutRouter(): void {
    if (!this.router) void this.session.resolve();
  }

  /** Settles when the session is known for the navigation under way, however many guards ask. */
  ready(): Promise<void> {
    return this.current ?? this.session.resolve();
  }
}
