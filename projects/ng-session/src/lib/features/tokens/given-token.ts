import { ErrorHandler, inject } from '@angular/core';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { SessionError } from '../../config/session-error';
import { isPromise } from '../../data/keep/steps';
import { injectTimeLimit } from '../page/time-limit';
import { AppCalls } from './app-calls';
import { type Later, after } from './later';
import { TOKEN_OPTIONS } from './resolve-tokens';

declare const ngDevMode: boolean | undefined;

/** Makes what asks `tokenGetter` for the token of the session: the app is told of a failure, and there is none. */
export function injectGivenToken(): () => Later<string | null> {
  const { tokenGetter } = inject(TOKEN_OPTIONS);
  const calls = inject(AppCalls);
  const errorHandler = inject(ErrorHandler);
  const inTime = injectTimeLimit(inject(SESSION_CONFIG).timeout, tooSlow);
  const fail = (error: unknown): null => {
    errorHandler.handleError(error);
    return null;
  };
  return () => {
    try {
      const given = calls.run(() => tokenGetter?.(null));
      return after(isPromise(given) ? inTime(given).catch(fail) : given, (token) => token ?? null);
    } catch (error) {
      return fail(error);
    }
  };
}

function tooSlow(): SessionError {
  return new SessionError(
    'timeout',
    ngDevMode &&
      '`tokenGetter` did not answer within `timeout` when the page was loaded. See that its promise settles.',
  );
}
