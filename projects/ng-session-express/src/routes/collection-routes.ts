import { Router } from 'express';
import type { Request } from 'express';

import { requireSession } from '../access/require-session.ts';
import type { SessionCollection } from '../collection/session-collection.ts';
import { HttpError } from '../http/http-error.ts';
import type { UserId } from '../session-user.ts';

/** The sessions of whoever asks: on which devices they are signed in, and how to sign these out. */
export function collectionRoutes(sessions: SessionCollection): Router {
  const routes = Router();
  routes.use('/sessions', requireSession());

  routes.get('/sessions', async (request, response) => {
    response.json(await sessions.list(userIdOf(request), request.sessionID));
  });

  routes.delete('/sessions/others', async (request, response) => {
    await sessions.revokeAll(userIdOf(request), request.sessionID);
    response.status(204).end();
  });

  routes.delete('/sessions/:id', async (request, response) => {
    const wasThere = await sessions.revoke(userIdOf(request), request.params.id);
    if (!wasThere) throw new HttpError(404, 'There is no such session.');
    response.status(204).end();
  });

  return routes;
}

/** Not missing where somebody is signed in. */
function userIdOf(request: Request): UserId {
  return request.session.userId ?? '';
}
