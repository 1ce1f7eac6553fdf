import type {} from 'express-session';

import type { JsonObject } from './json-object.ts';

declare module 'express-session' {
  /** What a session holds. The user is read from the database each time, so only the id is here. */
  interface SessionData {
    userId?: number;
    xsrfToken?: string;
    /** What the app keeps with `PUT /api/session/data`. */
    data?: JsonObject;
  }
}

export type { SessionData } from 'express-session';
