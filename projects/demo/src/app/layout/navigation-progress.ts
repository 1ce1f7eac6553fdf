import { Component, computed, inject } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router } from '@angular/router';

/** Shows that a navigation takes its time: a guard waits for the session, or a page is loaded. */
@Component({
  selector: 'demo-navigation-progress',
  imports: [MatProgressBar],
  template: `
    @if (navigating()) {
      <mat-progress-bar mode="indeterminate" aria-label="Loading the page" />
    }
  `,
  styles: `
    :host {
      position: fixed;
      inset: 0 0 auto;
      z-index: 3;
    }

    // Fast navigations do not flicker.
    mat-progress-bar {
      animation: appear 0s 250ms both;
    }

    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `,
})
export class NavigationProgress {
  readonly #router = inject(Router);
  protected readonly navigating = computed(() => this.#router.currentNavigation() !== null);
}
