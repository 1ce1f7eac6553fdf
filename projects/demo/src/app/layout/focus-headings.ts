import { DOCUMENT, Injector, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, skip } from 'rxjs';

/**
 * Moves the focus to the heading of each page that is navigated to, so that a screen reader reads
 * it and the next Tab starts there. The first page leaves the focus to the browser.
 */
export function focusHeadings(): void {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);

  inject(Router)
    .events.pipe(
      filter((event) => event instanceof NavigationEnd),
      skip(1),
      takeUntilDestroyed(),
    )
    .subscribe(() => {
      const focus = () => document.querySelector<HTMLElement>('main h1')?.focus();
      afterNextRender({ write: focus }, { injector });
    });
}
