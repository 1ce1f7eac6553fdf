import { Component, input } from '@angular/core';

/** Takes keyboard users past the navigation. */
@Component({
  selector: 'demo-skip-link',
  template: `<a href="#main" data-testid="skip-link" (click)="skip($event)"
    >Skip to the content</a
  >`,
  styles: `
    a {
      position: absolute;
      inset: 0.5rem auto auto 0.5rem;
      z-index: 10;
      padding: 0.75rem 1.25rem;
      border-radius: 0.75rem;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font: var(--mat-sys-label-large);

      &:not(:focus) {
        clip-path: inset(50%);
        pointer-events: none;
      }
    }
  `,
})
export class SkipLink {
  readonly target = input.required<HTMLElement>();

  protected skip(event: Event): void {
    // With a <base>, the browser would leave for `/#main`.
    event.preventDefault();
    this.target().focus();
  }
}
