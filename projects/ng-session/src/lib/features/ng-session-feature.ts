import type { EnvironmentProviders, Provider } from '@angular/core';

/** What a `withX()` gives to `provideNgSession`; one that is not named costs no byte. */
export interface NgSessionFeature {
  /** Its name: each feature is given once. */
  readonly ɵkind: string;
  /** What it adds to the application. */
  readonly ɵproviders: readonly (Provider | EnvironmentProviders)[];
}
