import { json, Router } from 'express';

import { requireSession } from '../access/require-session.ts';
import { takeFlash } from '../flash/flash-messages.ts';
import { HttpError } from '../http/http-error.ts';
import { commitSession } from '../lifecycle/commit-session.ts';
import { endSession } from '../lifecycle/end-session.ts';
import { parseSessionData } from '../lifecycle/parse-session-data.ts';
import { refuseForeignData } from '../lifecycle/refuse-foreign-data.ts';
import { sessionOf } from '../lifecycle/request-session.ts';
import type { ResolvedOptions } from '../options/resolve-options.ts';
import { sendXsrfToken } from '../security/send-xsrf-token.ts';

/** Who is signed in, what the app keeps in the session, and its end. */
export function sessionRoutes({ dataLimit }: ResolvedOptions): Router {
  const routes = Router();

  routes.get('/session', requireSession(), async (request, response) => {
    const messages = await takeFlash(request);
    sendXsrfToken(request, response);
    const { user } = request.session;
    response.json(messages === null ? user : { ...user, flash: messages });
  });

  // The user is looked up at each request, so there is nothing more to refetch.
  routes.put('/session', requireSession(), (_request, response) => {
    response.status(204).end();
  });

  routes.get('/session/data', (request, response) => {
    response.json(request.session.data);
  });

  routes.put('/session/data', json({ limit: dataLimit }), async (request, response) => {
    const data = parseSessionData(request.body);
    // Once more: an app that parses bodies before has limits of its own.
    if (Buffer.byteLength(JSON.stringify(data)) > dataLimit) {
      throw new HttpError(413, 'The session data is too large.');
    }
    refuseForeignData(request, data);
    request.session.data = data;
    // Not with the answer, which says whether it is stored.
    await commitSession(request);
    if (sessionOf(request).isOver) {
      throw new HttpError(409, 'The session of this request has ended.');
    }
    response.status(204).end();
  });

  routes.post('/users/sign-out', async (request, response) => {
    await endSession(request, response);
    response.status(204).end();
  });

  return routes;
}
