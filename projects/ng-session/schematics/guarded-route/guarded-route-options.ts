import type { PageOptions } from '../utility/describe-page';

/** The options of `ng generate ng-session:guarded-route`. */
export interface GuardedRouteOptions extends Omit<PageOptions, 'name'> {
  readonly path: string;
  readonly name?: string;
  readonly project?: string;
  readonly roles?: readonly string[];
  readonly lazy: boolean;
  readonly skipForbidden?: boolean;
  readonly skipRoute?: boolean;
}
