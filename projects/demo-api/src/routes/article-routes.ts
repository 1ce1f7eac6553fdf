import type { DatabaseSync } from 'node:sqlite';

import { Router } from 'express';

import { requireRole } from '../access/require-role.ts';
import { signedInUser } from '../access/signed-in-user.ts';
import type { UserRepository } from '../users/user-repository.ts';

/** Something that only some roles may read. */
export function articleRoutes(database: DatabaseSync, users: UserRepository): Router {
  const routes = Router();

  routes.get('/articles', (request, response) => {
    requireRole(signedInUser(request, users), ['editor', 'admin']);
    response.json(database.prepare('SELECT id, title, body FROM articles ORDER BY id').all());
  });

  return routes;
}
