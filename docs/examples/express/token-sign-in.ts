import express, { type Express, type Request } from 'express';
import {
  HttpError,
  parseEmailAndPassword,
  type NgSession,
  type SessionUser,
} from 'ng-session-express';

import type { Accounts } from './accounts.ts';

/** A sign-in for a program, which gets a token in place of a session. */
export function addTokenSignIn(
  app: Express,
  session: NgSession,
  accounts: Accounts,
  createToken: (user: SessionUser) => string,
): void {
  // #region sign-in
  const account = ({ body }: Request) => parseEmailAndPassword(body).email.trim().toLowerCase();

  app.post('/api/token', express.json(), session.limitSignIns(account), (request, response) => {
    const user = accounts.verify(parseEmailAndPassword(request.body));
    if (user === null) throw new HttpError(401, 'The email or the password is wrong.');
    response.json({ token: createToken(user) });
  });
  // #endregion sign-in
}
