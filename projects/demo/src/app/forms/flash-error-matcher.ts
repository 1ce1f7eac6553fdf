import type { ErrorStateMatcher } from '@angular/material/core';
import type { FlashMessages } from 'ng-session';

/** Marks a field of Material as wrong while there are flashed messages of validation for it. */
export function flashErrorMatcher(flash: FlashMessages, field: string): ErrorStateMatcher {
  const isWrong = (): boolean => flash.errors(field).length > 0;
  return { isErrorState: isWrong, isSignalErrorState: isWrong };
}
