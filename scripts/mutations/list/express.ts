import { EXPRESS_ENDINGS_MUTATIONS } from './express-endings.ts';
import { EXPRESS_LIFECYCLE_MUTATIONS } from './express-lifecycle.ts';
import { EXPRESS_ROUTES_MUTATIONS } from './express-routes.ts';
import { EXPRESS_SECURITY_MUTATIONS } from './express-security.ts';
import { EXPRESS_SQLITE_MUTATIONS } from './express-sqlite.ts';

/** Every protection of the companion for Express. */
export const EXPRESS_MUTATIONS = [
  ...EXPRESS_ENDINGS_MUTATIONS,
  ...EXPRESS_LIFECYCLE_MUTATIONS,
  ...EXPRESS_ROUTES_MUTATIONS,
  ...EXPRESS_SECURITY_MUTATIONS,
  ...EXPRESS_SQLITE_MUTATIONS,
];
