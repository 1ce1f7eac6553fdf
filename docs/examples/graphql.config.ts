import type { ApplicationConfig } from '@angular/core';
import { SessionBackend, provideNgSession } from 'ng-session';

import { GraphQLSessionBackend } from './graphql-session-backend';

// #region config
export const appConfig: ApplicationConfig = {
  providers: [
    provideNgSession({ cache: '5m' }),
    { provide: SessionBackend, useClass: GraphQLSessionBackend },
  ],
};
// #endregion config
