import { type ModuleWithProviders, NgModule } from '@angular/core';
import { HasRole } from './access/has-role';
import type { NgSessionConfig } from './config/ng-session-config';
import type { NgSessionFeature } from './features/ng-session-feature';
import { provideNgSession } from './provide-ng-session';

/**
 * The set-up for applications with NgModules: `forRoot` in the root module, the module itself where
 * `*hasRole` is used.
 *
 * ```ts
 * @NgModule({ imports: [BrowserModule, NgSessionModule.forRoot({ cache: '5m' })] })
 * ```
 */
@NgModule({ imports: [HasRole], exports: [HasRole] })
export class NgSessionModule {
  /** As `provideNgSession`. @throws SessionError `invalid-config`. */
  static forRoot(
    config?: NgSessionConfig,
    ...features: NgSessionFeature[]
  ): ModuleWithProviders<NgSessionModule> {
    return { ngModule: NgSessionModule, providers: [provideNgSession(config, ...features)] };
  }
}
