import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TokenSession } from 'ng-session';
import { interval } from 'rxjs';

/** Counts down the seconds that the token has left. */
@Component({
  selector: 'demo-token-expiry',
  template: `
    <span role="timer" data-testid="token-expiry">
      @if (left() === null) {
        It does not say when it ends.
      } @else if (left()) {
        {{ left() }} s left
      } @else {
        It has ended.
      }
    </span>
  `,
  styles: `
    span {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class TokenExpiry {
  readonly #tokens = inject(TokenSession);
  readonly #second = toSignal(interval(1000));

  protected readonly left = computed(() => {
    this.#second();
    const expiresAt = this.#tokens.expiresAt();
    return expiresAt && Math.max(0, Math.ceil((+expiresAt - Date.now()) / 1000));
  });
}
