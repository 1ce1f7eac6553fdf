import { Component, input } from '@angular/core';

import { Icon } from '../icons/icon';

/** A boolean, told by word and sign rather than by colour alone. */
@Component({
  selector: 'demo-state-flag',
  imports: [Icon],
  template: `<demo-icon [name]="value() ? 'check' : 'none'" />{{ value() }}`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      color: var(--mat-sys-on-surface-variant);
    }

    :host(.on) {
      color: var(--mat-sys-primary);
      font-weight: 600;
    }
  `,
  host: { '[class.on]': 'value()' },
})
export class StateFlag {
  readonly value = input.required<boolean>();
}
