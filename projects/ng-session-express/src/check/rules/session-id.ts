import type { CheckContext } from '../check-context.ts';
import { isSuccess, told } from '../http/answers.ts';
import { CookieJar } from '../http/cookie-jar.ts';
import { RULES, isRenewed } from './sign-in.ts';
import type { RuleGroup } from './rule-group.ts';

/** As long and as plain as an id may be. */
const CHOSEN = 'c0ffee'.repeat(8);

/** What happens to a session id when somebody signs in over it. */
export const sessionId: RuleGroup = { rules: RULES, needs: 'session', check: check };

async function check(context: CheckContext): Promise<void> {
  const { results, target, signedIn } = context;
  if (signedIn === null || target.account === null) return;
  const before = signedIn.copy();
  const again = await context.signIn(signedIn, target.account.right);
  results.expect(RULES['sign-in-status'], isSuccess(again), `${told(again)} the second time`);
  if (!isSuccess(again)) return;
  await signedIn.send('GET', target.session);
  const isNew = await isRenewed(context, before, signedIn);
  const isKept = isNew && !(await context.isSignedIn(before));
  const seen = isNew ? 'the old cookie is still signed in' : 'it has kept its cookie';
  results.expect(RULES['sign-in-again'], isKept, seen);

  const cookies = await context.cookiesOf(signedIn);
  const chosen = cookies.map((cookie) => ({ ...cookie, value: CHOSEN }));
  const victim = (await context.openApp()).copy(new CookieJar(chosen));
  await victim.send('GET', target.session);
  const attacker = victim.copy(new CookieJar(chosen));
  const signIn = await context.signIn(victim, target.account.right);
  const isTaken = isSuccess(signIn) && (await context.isSignedIn(attacker));
  results.expect(RULES['chosen-session'], !isTaken, 'a made-up cookie was signed in');
  context.spare = victim;
}
