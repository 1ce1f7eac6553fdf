import { Component, computed, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { SessionService } from 'ng-session';
import { auditTime, merge, switchMap } from 'rxjs';

import { describeError } from '../server/describe-error';
import { injectReadStored } from './read-stored';
import { readStoreSettings } from './store-settings';

/** What is stored, raw, read again whenever that may have changed. */
@Component({
  selector: 'demo-stored-raw',
  template: `
    <pre
      tabindex="0"
      role="region"
      aria-label="What is stored, as it is"
      data-testid="store-raw"
      [attr.data-store]="use"
      >{{ stored() || 'Nothing is stored.' }}</pre>
  `,
  styles: `
    pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class StoredRaw {
  readonly #session = inject(SessionService);
  protected readonly use = readStoreSettings().use;
  readonly #read = injectReadStored(this.use);

  /** Another object when the page has stored something, or has taken over what others have. */
  readonly #inStep = computed(() => {
    const { data } = this.#session;
    return data.hasBeenModified() ? null : { id: data.sessionId(), values: data.all() };
  });
  protected readonly stored = toSignal(
    merge(toObservable(this.#inStep), this.#session.events).pipe(
      // One look for all that happens in one turn.
      auditTime(0),
      switchMap(() => this.#look()),
    ),
    { initialValue: '' },
  );

  async #look(): Promise<string> {
    try {
      return await this.#read();
    } catch (error) {
      return `It could not be read. ${describeError(error)}`;
    }
  }
}
