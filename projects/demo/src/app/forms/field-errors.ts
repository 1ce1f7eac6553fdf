import { HttpErrorResponse } from '@angular/common/http';
import type { ReadonlyFieldTree, ValidationError } from '@angular/forms/signals';

type Fields = Readonly<Record<string, ReadonlyFieldTree<unknown>>>;

/**
 * Turns the messages of a 422, `{ errors: { email: ['…'] } }`, into errors of those fields.
 *
 * Failures that belong to no field are left out on purpose: a form with an error is not submitted
 * again before its values change, but after a failure of the network the same values deserve another
 * try.
 */
export function fieldErrors(error: unknown, fields: Fields): ValidationError.WithFieldTree[] {
  return Object.entries(fields).flatMap(([name, fieldTree]) =>
    messagesFor(error, name).map((message) => ({ kind: 'server', message, fieldTree })),
  );
}

function messagesFor(error: unknown, field: string): string[] {
  if (!(error instanceof HttpErrorResponse) || error.status !== 422) return [];
  const body = error.error as { errors?: Record<string, string[]> } | null;
  return body?.errors?.[field] ?? [];
}
