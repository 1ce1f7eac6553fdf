import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd } from '@angular/router';
import { type Observable, fromEvent } from 'rxjs';
import { injectRouter } from '../../session/inject-router';

/** What happens to a page that matters to what it keeps; what is left out is not followed. */
export interface PageMoments {
  /** It is used, or hidden for now. */
  active?(): void;
  /** Its last moment, in which nothing is waited for. */
  leaves?(): void;
  /** It was asleep, and is back. */
  returns?(): void;
  /** Another tab has changed a key of the storage; `null` for all. */
  changedElsewhere?(key: string | null): void;
  online?(): void;
}

/** Tells of them, in an injection context, until the application ends. */
export function injectPageMoments(moments: PageMoments): void {
  const document = inject(DOCUMENT);
  const window = document.defaultView;
  const untilDestroyed = takeUntilDestroyed<unknown>();
  const follow = <T>(events: Observable<T>, then: (event: T) => void): void => {
    (events.pipe(untilDestroyed) as Observable<T>).subscribe(then);
  };
  const router = injectRouter();
  if (router) {
    follow(router.events, (event) => {
      if (event instanceof NavigationEnd) moments.active?.();
    });
  }
  if (!window) return;
  follow(fromEvent(window, 'pagehide'), () => {
    moments.leaves?.();
  });
  follow(fromEvent<PageTransitionEvent>(window, 'pageshow'), ({ persisted }) => {
    if (persisted) moments.returns?.();
  });
  follow(fromEvent(document, 'visibilitychange'), () => {
    if (document.hidden) moments.active?.();
    else moments.returns?.();
  });
  follow(fromEvent<StorageEvent>(window, 'storage'), ({ key }) => {
    moments.changedElsewhere?.(key);
  });
  follow(fromEvent(window, 'online'), () => {
    moments.online?.();
  });
}
