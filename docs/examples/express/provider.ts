import { randomUUID } from 'node:crypto';

import express, { type Express } from 'express';
import {
  HttpError,
  regenerateSession,
  requireSession,
  startSession,
  type SessionUser,
} from 'ng-session-express';

/** Somebody else who knows who people are. */
export interface Provider {
  signInUrl(state: string): string;
  userOf(code: string): Promise<SessionUser>;
}

// #region fields
declare module 'express-session' {
  interface SessionData {
    providerState: string;
    hasSecondFactor: boolean;
  }
}
// #endregion fields

export function addProvider(app: Express, provider: Provider): void {
  // #region provider
  app.get('/api/provider', (request, response) => {
    request.session.providerState = randomUUID();
    response.redirect(provider.signInUrl(request.session.providerState));
  });

  app.get('/api/provider/callback', async (request, response) => {
    const { code, state } = request.query;
    const { providerState } = request.session;
    if (typeof code !== 'string' || providerState === undefined || state !== providerState) {
      throw new HttpError(403, 'This sign-in was not begun here.');
    }
    await startSession(request, await provider.userOf(code));
    response.redirect('/account');
  });
  // #endregion provider

  // #region regenerate
  app.post('/api/second-factor', requireSession(), express.json(), async (request, response) => {
    const { code } = request.body as { code?: unknown };
    if (code !== '123456') throw new HttpError(403, 'The code is wrong.');
    request.session.hasSecondFactor = true;
    await regenerateSession(request);
    response.status(204).end();
  });
  // #endregion regenerate
}
