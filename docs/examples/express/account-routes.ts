import express, { type Express } from 'express';
import { endSession, InvalidInput, requireFresh, type NgSession } from 'ng-session-express';

import type { Accounts } from './accounts.ts';

/** What only those may do who have proved a moment ago who they are. */
export function addAccountRoutes(app: Express, session: NgSession, accounts: Accounts): void {
  // #region password
  app.put('/api/password', requireFresh('10m'), express.json(), async (request, response) => {
    const { password } = request.body as { password?: unknown };
    if (typeof password !== 'string') throw new InvalidInput({ password: ['This is required.'] });
    // Not missing: nobody else gets past requireFresh().
    const userId = request.session.userId ?? '';
    accounts.setPassword(userId, password);
    // Whoever knows the old one is out, on every device but this one.
    await session.sessions.revokeAll(userId, request.sessionID);
    response.status(204).end();
  });
  // #endregion password

  // #region delete
  app.delete('/api/account', requireFresh('10m'), async (request, response) => {
    const userId = request.session.userId ?? '';
    accounts.delete(userId);
    await session.sessions.revokeAll(userId, request.sessionID);
    await endSession(request, response);
    response.status(204).end();
  });
  // #endregion delete
}
