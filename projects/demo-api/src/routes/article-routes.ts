import type { DatabaseSync } from 'node:sqlite';

import { Router } from 'express';

import { requireRole } from '../access/require-role.ts';
import { signedInUser } from '../access/signed-in-user.ts';
import { parseArticle } from '../articles/parse-article.ts';
import type { UserRepository } from '../users/user-repository.ts';

/** Something that only some roles may read, and write. */
export function articleRoutes(database: DatabaseSync, users: UserRepository): Router {
  const routes = Router();

  routes.get('/articles', (request, response) => {
    requireRole(signedInUser(request, users), ['editor', 'admin']);
    response.json(database.prepare('SELECT id, title, body FROM articles ORDER BY id').all());
  });

  routes.post('/articles', (request, response) => {
    requireRole(signedInUser(request, users), ['editor', 'admin']);
    const { title, body } = parseArticle(request.body);
    database.prepare('INSERT INTO articles (title, body) VALUES (?, ?)').run(title, body);
    response.status(204).end();
  });

  return routes;
}
