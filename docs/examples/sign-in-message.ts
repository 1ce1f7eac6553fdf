import { HttpErrorResponse } from '@angular/common/http';

// #region message
/** What to tell a person whose sign-in failed. */
export function signInMessage(error: unknown): string {
  switch (error instanceof HttpErrorResponse ? error.status : null) {
    case 401:
      return 'Email or password is wrong.';
    case 422:
      return 'Enter an email address and a password.';
    case 429:
      return 'Too many attempts. Wait a few minutes.';
    case 0:
      return 'The server could not be reached. Are you online?';
    default:
      return 'Something went wrong. Try again.';
  }
}
// #endregion message
