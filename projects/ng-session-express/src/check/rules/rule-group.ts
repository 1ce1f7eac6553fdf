import type { CheckContext } from '../check-context.ts';
import type { Rule } from '../check-report.ts';

/** Rules that are tried together. */
export interface RuleGroup {
  readonly rules: Readonly<Record<string, Rule>>;
  /** What has to be there first: credentials, or a browser that they have signed in. */
  readonly needs: 'nothing' | 'account' | 'session';
  check(context: CheckContext): Promise<void>;
}
