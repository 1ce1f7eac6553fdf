import { Component, computed, input } from '@angular/core';

import type { LoggedRequest } from './logged-navigation';

/** One line of the panel. */
@Component({
  selector: 'demo-request-row',
  template: `
    <code class="method">{{ request().method }}</code>
    <code class="path">{{ request().path }}</code>
    <span class="origin">{{ request().duringNavigation ? 'navigation' : 'page' }}</span>
    <span class="outcome">{{ request().outcome }}</span>
    <span class="time">
      @if (request().milliseconds !== null) {
        {{ request().milliseconds }} ms
      }
    </span>
  `,
  styleUrl: './request-row.scss',
  host: {
    'data-testid': 'request',
    '[attr.data-method]': 'request().method',
    '[attr.data-path]': 'request().path',
    '[attr.data-outcome]': 'request().outcome',
    '[class.failed]': 'failed()',
  },
})
export class RequestRow {
  readonly request = input.required<LoggedRequest>();

  protected readonly failed = computed(() => {
    const { outcome } = this.request();
    return outcome === 'no answer' || (typeof outcome === 'number' && outcome >= 400);
  });
}
