import { Router } from 'express';
import { HttpError } from 'ng-session-express';

import { requireUser } from '../access/require-user.ts';
import { signedIn } from '../access/signed-in.ts';
import { parseName } from '../users/parse-name.ts';
import { parseRoles } from '../users/parse-roles.ts';
import type { UserRepository } from '../users/user-repository.ts';

/** What users may do to themselves, and admins to all of them. */
export function userRoutes(users: UserRepository): Router {
  const routes = Router();

  routes.patch('/users/me', requireUser(), (request, response) => {
    const user = signedIn(request);
    if (user !== null) users.rename(user.id, parseName(request.body));
    response.status(204).end();
  });

  routes.get('/users', requireUser('admin'), (_request, response) => {
    response.json(users.list());
  });

  routes.put('/users/:id/roles', requireUser('admin'), (request, response) => {
    const user = users.find(Number(request.params.id));
    if (user === null) throw new HttpError(404, 'There is no such user.');
    const roles = parseRoles(request.body);
    const others = users.list().filter(({ id }) => id !== user.id);
    if (![{ roles }, ...others].some((one) => one.roles.includes('admin'))) {
      throw new HttpError(409, 'Somebody has to stay an admin.');
    }
    users.setRoles(user.id, roles);
    response.status(204).end();
  });

  return routes;
}
