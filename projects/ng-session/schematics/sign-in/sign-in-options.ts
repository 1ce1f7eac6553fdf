import type { PageOptions } from '../utility/describe-page';

/** The options of `ng generate ng-session:sign-in`. */
export interface SignInOptions extends PageOptions {
  readonly project?: string;
  readonly path: string;
  readonly skipRoute?: boolean;
}
