import type { DatabaseSync } from 'node:sqlite';

import { Router } from 'express';

import { requireUser } from '../access/require-user.ts';
import { parseArticle } from '../articles/parse-article.ts';

/** Something that only some roles may read, and write. */
export function articleRoutes(database: DatabaseSync): Router {
  const routes = Router();
  routes.use('/articles', requireUser('editor', 'admin'));

  routes.get('/articles', (_request, response) => {
    response.json(database.prepare('SELECT id, title, body FROM articles ORDER BY id').all());
  });

  routes.post('/articles', (request, response) => {
    const { title, body } = parseArticle(request.body);
    database.prepare('INSERT INTO articles (title, body) VALUES (?, ?)').run(title, body);
    response.status(204).end();
  });

  return routes;
}
