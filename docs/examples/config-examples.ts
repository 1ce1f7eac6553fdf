import { provideNgSession } from 'ng-session';

import { parseUser } from './parse-user';

/** Each part of the guide to the configuration, as one that really starts. */
export const CONFIG_EXAMPLES = [
  // #region urls
  provideNgSession({
    baseUrl: 'https://api.example.com/v2',
    signInUrl: '/login',
    signOutUrl: '/logout',
    updateUrl: '/me',
  }),
  // #endregion urls
  // #region origins
  provideNgSession({
    baseUrl: 'https://api.example.com',
    apiOrigins: ['https://files.example.com', 'https://reports.example.com:8443'],
  }),
  // #endregion origins
  // #region parse-user
  provideNgSession({ parseUser }),
  // #endregion parse-user
  // #region roles
  provideNgSession({
    identity: (user) => user.name,
    roles: (user) => user.roles.map((role) => role.toLowerCase()),
  }),
  // #endregion roles
  // #region paths
  provideNgSession({
    signInPath: '/welcome',
    forbiddenPath: '/no-access',
    returnUrlParam: 'next',
  }),
  // #endregion paths
];
