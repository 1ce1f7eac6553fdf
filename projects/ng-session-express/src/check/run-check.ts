import { CheckContext } from './check-context.ts';
import { CheckError } from './check-error.ts';
import type { CheckOptions } from './check-options.ts';
import type { CheckReport } from './check-report.ts';
import { resolveTarget } from './check-target.ts';
import { NoAnswer } from './http/send.ts';
import { Results } from './results.ts';
import { badInput } from './rules/bad-input.ts';
import { cors } from './rules/cors.ts';
import { csrf } from './rules/csrf.ts';
import { EVERY_ANSWER, watchEveryAnswer } from './rules/every-answer.ts';
import { limits } from './rules/limits.ts';
import type { RuleGroup } from './rules/rule-group.ts';
import { sessionCookie, skipHttpsRules } from './rules/session-cookie.ts';
import { sessionData } from './rules/session-data.ts';
import { sessionId } from './rules/session-id.ts';
import { signIn } from './rules/sign-in.ts';
import { signOut } from './rules/sign-out.ts';
import { signedOut } from './rules/signed-out.ts';
import { user } from './rules/user.ts';

/** In the order in which they need each other; what locks the account is the last. */
const GROUPS: readonly RuleGroup[] = [
  signedOut,
  badInput,
  cors,
  sessionData,
  signIn,
  user,
  sessionCookie,
  sessionId,
  csrf,
  signOut,
  limits,
];

const NO_OCCASION = 'there was no occasion for it';

/**
 * Holds a backend against what the Angular app expects of its five routes, over HTTP. Any backend: it
 * need not be written with this package, or for Node.
 *
 * ```ts
 * const report = await checkBackend({ url, origin: 'https://app.example.com', signIn });
 * assert.deepEqual(report.findings, []);
 * ```
 *
 * It signs in a few times, tries two wrong passwords, and changes session data of its own sessions.
 * Throws `CheckError` for wrong options, and where nobody answers.
 */
export async function checkBackend(options: CheckOptions): Promise<CheckReport> {
  const target = resolveTarget(options);
  const results = new Results();
  const context = new CheckContext(target, results, watchEveryAnswer(results, target));
  await reach(context);
  skipHttpsRules(context);
  for (const group of GROUPS) await run(group, context);
  results.skip(EVERY_ANSWER, NO_OCCASION);
  return results.toReport(target.base.href, target.origin);
}

async function reach(context: CheckContext): Promise<void> {
  try {
    await context.openApp();
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const message = `Nobody answers at ${context.target.base.href}: ${error.message}. Is it running?`;
    throw new CheckError(message, { cause: error });
  }
}

async function run(group: RuleGroup, context: CheckContext): Promise<void> {
  const { rules, needs } = group;
  const { results, target, signedIn } = context;
  if (needs !== 'nothing' && target.account === null) {
    return results.skip(rules, 'it needs an account: give a sign-in');
  }
  if (needs === 'session' && signedIn === null) {
    return results.skip(rules, 'the sign-in did not work');
  }
  try {
    await group.check(context);
    results.skip(rules, NO_OCCASION);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    results.expect(EVERY_ANSWER.answers, false, error.message);
    results.skip(rules, 'a request before it was not answered');
  }
}
