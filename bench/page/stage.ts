import { ApplicationRef, Component, ViewContainerRef, inject, inputBinding } from '@angular/core';

import type { Contender } from './contenders/contender';
import type { Layout } from './bench-api';

/** Where gates are mounted, as a route would mount them: whole components come and go. */
@Component({ selector: 'bench-stage', template: '' })
export class Stage {
  private readonly place = inject(ViewContainerRef);
  private readonly app = inject(ApplicationRef);

  /** Adds the gates; they are complete with the next `render`. */
  mount(contender: Contender, layout: Layout, count: number): void {
    const rows = Array.from({ length: count }, (_, index) => index);
    this.place.createComponent(contender.layouts[layout], {
      bindings: [inputBinding('rows', () => rows)],
    });
  }

  unmount(): void {
    this.place.clear();
  }

  /** Brings the page up to date at once, rather than with the next frame. */
  render(): void {
    this.app.tick();
  }
}
