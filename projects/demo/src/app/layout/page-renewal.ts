import { Service, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { type SessionEvent, SessionService } from 'ng-session';

const OTHER_PERSON: readonly SessionEvent['type'][] = [
  'signedIn',
  'signedOut',
  'unauthorized',
  'identityChanged',
];

/**
 * Has the page made anew when another tab has changed who is signed in, as what is on it was fetched for
 * somebody else. A guarded page is gone until its guard has decided.
 */
@Service()
export class PageRenewal {
  readonly #router = inject(Router);
  readonly #pages = signal<readonly number[]>([0]);
  #last = 0;

  /** The page that is open, under another number each time that it is made; empty for none. */
  readonly pages = this.#pages.asReadonly();

  constructor() {
    inject(SessionService)
      .events.pipe(takeUntilDestroyed())
      .subscribe(({ type, source }) => {
        if (source === 'tab' && OTHER_PERSON.includes(type)) void this.#renew();
      });
  }

  async #renew(): Promise<void> {
    const page = ++this.#last;
    if (this.#isGuarded()) {
      this.#pages.set([]);
      const leadsTo = this.#router.currentNavigation()?.extractedUrl ?? this.#router.url;
      await this.#router.navigateByUrl(leadsTo, { replaceUrl: true });
    }
    // Unless it has been made anew once more meanwhile.
    if (page === this.#last) this.#pages.set([page]);
  }

  #isGuarded(): boolean {
    const { root } = this.#router.routerState.snapshot;
    return root.firstChild?.routeConfig?.canActivate !== undefined;
  }
}
