import { Router } from 'express';

import { requireRole } from '../access/require-role.ts';
import { signedInUser } from '../access/signed-in-user.ts';
import { HttpError } from '../http/http-error.ts';
import { parseName } from '../users/parse-name.ts';
import { parseRoles } from '../users/parse-roles.ts';
import type { UserRepository } from '../users/user-repository.ts';

/** What users may do to themselves, and admins to all of them. */
export function userRoutes(users: UserRepository): Router {
  const routes = Router();

  routes.patch('/users/me', (request, response) => {
    const user = signedInUser(request, users);
    users.rename(user.id, parseName(request.body));
    response.status(204).end();
  });

  routes.get('/users', (request, response) => {
    requireRole(signedInUser(request, users), ['admin']);
    response.json(users.list());
  });

  routes.put('/users/:id/roles', (request, response) => {
    requireRole(signedInUser(request, users), ['admin']);
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
