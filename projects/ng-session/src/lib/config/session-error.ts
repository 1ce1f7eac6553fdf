/** What went wrong, as a stable string: each code has its own paragraph in `docs/errors.md`. */
export type SessionErrorCode =
  | 'invalid-config'
  | 'invalid-path'
  | 'invalid-value'
  | 'invalid-response'
  | 'http'
  | 'network'
  | 'timeout'
  | 'store'
  | 'invalid-token'
  | 'no-token';

/**
 * The error of this library. The message says how to mend it, in development mode only;
 * `code` is the same in every build.
 *
 * ```ts
 * if (error instanceof SessionError && error.code === 'timeout') { … }
 * ```
 */
export class SessionError extends Error {
  override readonly name = 'SessionError';

  constructor(
    /** The stable name of the fault. */
    readonly code: SessionErrorCode,
    message?: string | false | null,
    /** What led to it: an `HttpErrorResponse`, or whatever was thrown. */
    override readonly cause?: unknown,
  ) {
    super(message ? `${code}: ${message}` : code);
  }
}
