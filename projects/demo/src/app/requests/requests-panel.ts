import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { CacheSwitcher } from '../cache/cache-switcher';
import { Icon } from '../icons/icon';
import { setting } from '../settings/setting';
import { RequestLog } from './request-log';
import { RequestRow } from './request-row';

const saved = setting('requests-panel');

/** The requests as they happen, so that a cache rule can be felt. */
@Component({
  selector: 'demo-requests-panel',
  imports: [CacheSwitcher, Icon, MatButton, RequestRow],
  templateUrl: './requests-panel.html',
  styleUrl: './requests-panel.scss',
})
export class RequestsPanel {
  protected readonly log = inject(RequestLog);
  protected readonly open = signal(saved.read() === 'open');

  protected toggle(): void {
    this.open.update((open) => !open);
    saved.write(this.open() ? 'open' : 'closed');
  }
}
