import { HttpErrorResponse } from '@angular/common/http';
import { isPlainObject } from '../config/is-plain-object';
import { type ErrorBag, toErrorBag } from './error-bag';

/** The field of what is wrong with no field in particular. */
const NO_FIELD = '*';

/**
 * The errors of validation in an answer with status 422 or 400; `null` where it has none. Reads
 * `{ errors: { title: ['…'] } }`, `{ errors: [{ field, message }] }`, and the problem details of
 * RFC 9457, `{ errors: [{ pointer, detail }] }`.
 */
export function validationErrors(error: unknown): ErrorBag | null {
  if (!(error instanceof HttpErrorResponse) || !/^4(00|22)$/.test(String(error.status)))
    return null;
  const body: unknown = error.error;
  const errors = isPlainObject(body) ? body['errors'] : null;
  const bag = toErrorBag(Array.isArray(errors) ? byField(errors) : errors);
  return Object.keys(bag).length ? bag : null;
}

function byField(errors: readonly unknown[]): Record<string, unknown[]> {
  const bag = new Map<string, unknown[]>();
  for (const error of errors) {
    if (!isPlainObject(error)) continue;
    const { field, pointer, message, detail } = error;
    const name =
      typeof field === 'string' ? field : typeof pointer === 'string' ? toField(pointer) : '';
    const key = name || NO_FIELD;
    bag.set(key, [...(bag.get(key) ?? []), message ?? detail]);
  }
  return Object.fromEntries(bag);
}

/** `#/address/city` is `address.city`; `~1` is a slash, `~0` a tilde. */
function toField(pointer: string): string {
  return decode(pointer.replace(/^#/, ''))
    .split('/')
    .filter(Boolean)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // It was not encoded.
    return text;
  }
}
