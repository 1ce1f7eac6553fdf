import { Service, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  NavigationCancel,
  NavigationCancellationCode,
  NavigationEnd,
  Router,
} from '@angular/router';
import { SessionService } from 'ng-session';

/**
 * Remembers where a guard let nobody in because it was not known who is signed in, and goes there as
 * soon as it is.
 */
@Service()
export class InterruptedNavigation {
  readonly #router = inject(Router);
  readonly #session = inject(SessionService);
  readonly #url = signal<string | null>(null);

  readonly url = this.#url.asReadonly();

  constructor() {
    this.#router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationEnd) this.#url.set(null);
      if (event instanceof NavigationCancel && this.#isUnknown(event)) this.#url.set(event.url);
    });

    effect(() => {
      const status = this.#session.status();
      const url = untracked(this.#url);
      const isKnown = status === 'authenticated' || status === 'unauthenticated';
      if (isKnown && url !== null) void this.#router.navigateByUrl(url);
    });
  }

  #isUnknown({ code }: NavigationCancel): boolean {
    const isRejected = code === NavigationCancellationCode.GuardRejected;
    return isRejected && untracked(this.#session.status) === 'error';
  }
}
