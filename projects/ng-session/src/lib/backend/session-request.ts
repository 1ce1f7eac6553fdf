import { HttpContextToken } from '@angular/common/http';

/** Marks the session's own requests, whose 401 is an answer and not the end of a session. */
export const SESSION_REQUEST = new HttpContextToken(() => false);
