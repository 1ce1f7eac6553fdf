import { untracked } from '@angular/core';
import { isPlainObject } from '../config/is-plain-object';
import { invalidValue } from '../data/to-kept';
import type { FlashBag } from './flash-values';
import { isSecretKey } from './is-secret-key';
import { keepable } from './keepable';

declare const ngDevMode: boolean | undefined;

/**
 * What was typed into a form, without secrets and without what a session can not keep, such as a file.
 * @throws SessionError `invalid-value` for what is no form.
 */
export function formInput(form: object): FlashBag {
  return keepable(valuesOf(form), isSecretKey) as FlashBag;
}

/** A plain object is its own values; a form group has a `value`; a signal, or a signal form, is called. */
function valuesOf(form: unknown): object {
  if (isPlainObject(form)) return form;
  if (typeof form === 'function') return valuesOf(untracked(form as () => unknown));
  if (typeof form === 'object' && form && 'value' in form) return valuesOf(form.value);
  throw invalidValue(
    ngDevMode && 'a form is an object of values, a form group, or a signal of one of them',
  );
}
