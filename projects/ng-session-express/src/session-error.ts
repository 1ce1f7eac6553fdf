/** What went wrong: each code is explained in the guide, with how to mend it. */
export type SessionErrorCode =
  'invalid-config' | 'store-unavailable' | 'store-failed' | 'session-too-large' | 'not-supported';

/** A failure of the library, with a code to branch on and a message that says how to mend it. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: SessionErrorCode;

  constructor(code: SessionErrorCode, message: string, options?: ErrorOptions) {
    super(`ng-session-express: ${message}`, options);
    this.code = code;
  }
}
