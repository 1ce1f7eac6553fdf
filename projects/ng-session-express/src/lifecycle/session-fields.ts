import type {} from 'express-serve-static-core';
import type {} from 'express-session';

import type { FieldErrors } from '../http/invalid-input.ts';
import type { JsonObject } from '../json.ts';
import type { SessionUser, UserId } from '../session-user.ts';

declare module 'express-session' {
  interface Session {
    /** Who is signed in, as `findUser` knows them now; `null` for nobody. It is not stored. */
    readonly user: SessionUser | null;
    /** What the app keeps, the same as `SessionData` of ng-session holds. JSON; change it in place. */
    data: Record<string, unknown>;
  }

  interface SessionData {
    /** Set by `startSession()`. The user is looked up at each request, so that a change counts at once. */
    userId: UserId;
    /** Waits for the next answer of the session route. */
    flash: JsonObject;
    xsrfToken: string;
    /** Milliseconds since 1970: when the session began, when the person last proved who they are. */
    startedAt: number;
    signedInAt: number;
    /** When somebody was last seen, to the minute, and to the hundredth of the age. */
    seenAt: number;
    /** What the browser calls itself. */
    device: string;
  }
}

declare module 'express-serve-static-core' {
  interface Request {
    /**
     * Keeps messages for the next answer of the session route, from where the app shows them: one with its
     * key, or several. They are JSON; what JSON can not carry is left out.
     *
     * ```ts
     * request.flash('notification', { type: 'success', message: 'Your order is on its way.' });
     * ```
     */
    flash(key: string, value: unknown): void;
    flash(messages: Readonly<Record<string, unknown>>): void;

    /**
     * Keeps what is wrong with a form for the page that shows it again, as after an answer that redirects.
     * An answer to the app itself carries the errors: throw `InvalidInput`. What was typed is not sent
     * along: the app has it.
     */
    flashValidationErrors(errors: FieldErrors): void;
  }
}
