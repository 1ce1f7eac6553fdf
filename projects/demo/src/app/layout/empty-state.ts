import { Component, input } from '@angular/core';

import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

/** Stands where there is nothing to show, and says what would fill it. */
@Component({
  selector: 'demo-empty-state',
  imports: [Icon],
  template: `
    <demo-icon [name]="icon()" />
    <p><ng-content /></p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 0.75rem;
      padding: 2.5rem 1rem;
      border: 1px dashed var(--mat-sys-outline-variant);
      border-radius: 0.75rem;
      color: var(--mat-sys-on-surface-variant);
      text-align: center;
    }

    demo-icon {
      width: 2rem;
      height: 2rem;
    }

    p {
      max-width: 28rem;
      margin: 0;
      font: var(--mat-sys-body-medium);
    }
  `,
})
export class EmptyState {
  readonly icon = input<IconName>('empty');
}
