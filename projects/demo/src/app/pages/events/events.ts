import { DatePipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { EventLog } from '../../events/event-log';
import { Icon } from '../../icons/icon';
import { EmptyState } from '../../layout/empty-state';
import { sessionErrorWords } from '../../server/session-error-words';

@Component({
  selector: 'demo-events',
  imports: [DatePipe, EmptyState, Icon, MatButton],
  templateUrl: './events.html',
  styleUrl: './events.scss',
})
export class Events {
  protected readonly log = inject(EventLog);
  protected readonly words = sessionErrorWords;
}
