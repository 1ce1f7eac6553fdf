import { HttpError } from './http-error.ts';

/** Messages by field, in the shape that forms show. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** A 422 that says which fields are wrong. Messages never repeat what was sent. */
export class InvalidInput extends HttpError {
  override readonly name = 'InvalidInput';
  readonly errors: FieldErrors;

  constructor(errors: FieldErrors) {
    super(422, 'Some fields are not valid.');
    this.errors = errors;
  }
}
