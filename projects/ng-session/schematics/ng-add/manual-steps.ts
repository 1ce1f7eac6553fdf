import { configSource, type SessionConfig } from './session-config';
import { USER_TYPE, USER_TYPE_FILE } from './user-type';

/** What to do by hand in an application that could not be edited. */
export function manualSteps(config: SessionConfig): string {
  const source = configSource(config, "'");
  return `Nothing was changed. This is what to write.

1. In the root providers, with your own interceptors first, if you have a provideHttpClient already:

import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { credentialsInterceptor, provideNgSession, unauthorizedInterceptor } from 'ng-session';

providers: [
  provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
  provideNgSession(${source}),
]

With NgModules, the root module imports the session instead of providing it:

import { NgSessionModule } from 'ng-session';

imports: [NgSessionModule.forRoot(${source})]

2. In src/${USER_TYPE_FILE}:

${USER_TYPE}
3. For a sign-in page: ng generate ng-session:sign-in`;
}
