import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import type { NgSessionConfig } from './config/ng-session-config';
import { SESSION_CONFIG, resolveConfig } from './config/resolve-config';
import { SessionError } from './config/session-error';
import type { NgSessionFeature } from './features/ng-session-feature';
import { PageWatch } from './session/dev-warnings/page-watch';
import { NavigationLoad } from './session/navigation-load';

declare const ngDevMode: boolean | undefined;

/**
 * Sets up the session for an application.
 *
 * ```ts
 * bootstrapApplication(App, {
 *   providers: [
 *     provideRouter(routes),
 *     provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
 *     provideNgSession({ baseUrl: 'https://api.example.com', cache: '5m' }),
 *   ],
 * });
 * ```
 *
 * @throws SessionError `invalid-config` for a wrong value, or for a feature that is given twice.
 */
export function provideNgSession(
  config: NgSessionConfig = {},
  ...features: NgSessionFeature[]
): EnvironmentProviders {
  if (ngDevMode) refuseRepeated(features);
  return makeEnvironmentProviders([
    { provide: SESSION_CONFIG, useValue: resolveConfig(config) },
    provideAppInitializer(() => {
      inject(NavigationLoad).start();
      if (ngDevMode) inject(PageWatch).start();
    }),
    ...features.flatMap((feature) => feature.ɵproviders),
  ]);
}

function refuseRepeated(features: readonly NgSessionFeature[]): void {
  const kinds = features.map((feature) => feature.ɵkind);
  const repeated = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (repeated) {
    throw new SessionError('invalid-config', `${repeated}() is given twice; remove one.`);
  }
}
