import { Directive, computed, inject, input } from '@angular/core';
import type { SessionPath } from '../data/session-path';
import { FlashMessages } from './flash-messages';
import type { FlashValueAt } from './flash-values';
import { showWhile } from './show-while';

/** What the content of `*flashMessage` can use with `let`. */
export interface FlashMessageContext<P extends SessionPath> {
  $implicit: NonNullable<FlashValueAt<P>>;
}

/**
 * Shows its content while there is a flash message under a key.
 *
 * ```html
 * <p *flashMessage="'notification'; let notification" role="status">{{ notification.message }}</p>
 * ```
 *
 * The message is text to Angular, as any binding is.
 */
@Directive({ selector: '[flashMessage]' })
export class FlashMessage<const P extends SessionPath> {
  readonly #flash = inject(FlashMessages);

  /** The key of the message, which may be a path. */
  readonly key = input.required<P>({ alias: 'flashMessage' });

  constructor() {
    showWhile(computed<unknown>(() => this.#flash.get(this.key())));
  }

  /** Lets the compiler check what the content uses. */
  static ngTemplateContextGuard<const P extends SessionPath>(
    _directive: FlashMessage<P>,
    _context: unknown,
  ): _context is FlashMessageContext<P> {
    return true;
  }
}
