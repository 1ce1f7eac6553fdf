import { inject } from '@angular/core';
import { TokenSession, provideNgSession, withTabSync, withTokens } from 'ng-session';

/** Each set-up of the guide to token sessions, as one that really starts. */
export const TOKEN_EXAMPLES = {
  memory: [
    // #region memory
    provideNgSession({}, withTokens()),
    // #endregion memory
  ],
  local: [
    // #region local
    provideNgSession({}, withTokens({ storage: 'local' }), withTabSync()),
    // #endregion local
  ],
  claims: [
    // #region claims
    provideNgSession(
      {},
      withTokens({
        user: ({ sub, name, roles }) => ({
          id: Number(sub),
          name: String(name),
          roles: Array.isArray(roles) ? roles.map(String) : [],
        }),
      }),
    ),
    // #endregion claims
  ],
  from: [
    // #region from
    provideNgSession(
      {},
      withTokens({ tokenFrom: ({ headers }) => headers.get('X-Access-Token') ?? '' }),
    ),
    // #endregion from
  ],
  requests: [
    // #region requests
    provideNgSession(
      { baseUrl: 'https://api.example.com' },
      withTokens({
        allowedOrigins: ['https://api.example.com', 'https://files.example.com:8443'],
        disallowedRoutes: ['https://api.example.com/public/prices', /\.html$/],
        throwNoTokenError: true,
      }),
    ),
    // #endregion requests
  ],
  getter: [
    // #region getter
    provideNgSession(
      { apiOrigins: ['https://maps.example.com'] },
      withTokens({
        tokenGetter: (request) =>
          request?.url.startsWith('https://maps.example.com/')
            ? localStorage.getItem('maps_token')
            : inject(TokenSession).token(),
      }),
    ),
    // #endregion getter
  ],
  former: [
    // #region former
    provideNgSession({}, withTokens({ storage: 'local', name: 'id_token' })),
    // #endregion former
  ],
  tabs: [
    // #region tabs
    provideNgSession({ baseUrl: 'https://api.example.com' }, withTabSync()),
    // #endregion tabs
  ],
};
