import { Directive, computed, inject, input } from '@angular/core';
import { FlashMessages } from './flash-messages';
import { showWhile } from './show-while';

/** What the content of `*inputError` can use with `let`. */
export interface InputErrorContext {
  $implicit: readonly string[];
}

/**
 * Shows its content while there are messages of validation for a field.
 *
 * ```html
 * <ul *inputError="'title'; let messages">
 *   @for (message of messages; track message) { <li>{{ message }}</li> }
 * </ul>
 * ```
 */
@Directive({ selector: '[inputError]' })
export class InputError {
  readonly #flash = inject(FlashMessages);

  /** The name of the field. */
  readonly field = input.required<string>({ alias: 'inputError' });

  constructor() {
    showWhile(
      computed(() => {
        const messages = this.#flash.errors(this.field());
        return messages.length ? messages : undefined;
      }),
    );
  }

  /** Lets the compiler check what the content uses. */
  static ngTemplateContextGuard(
    _directive: InputError,
    _context: unknown,
  ): _context is InputErrorContext {
    return true;
  }
}
