import { isDeepStrictEqual } from 'node:util';

import type { CheckContext } from '../check-context.ts';
import type { Account } from '../check-target.ts';
import { defineRules } from '../define-rules.ts';
import { isDone, isSuccess, isUser, jsonOf, told } from '../http/answers.ts';
import type { AppBrowser } from '../http/app-browser.ts';
import { unknownAccountOf } from '../wrong-sign-in.ts';
import { dataOf } from './session-data.ts';
import type { RuleGroup } from './rule-group.ts';

export const RULES = defineRules('Sign-in', {
  'wrong-password': {
    severity: 'fault',
    expects: 'A wrong password is answered 401 and signs nobody in.',
    mend: 'Answer 401: the app shows that as "wrong password".',
  },
  'unknown-account': {
    severity: 'fault',
    expects: 'An unknown account is answered as a wrong password is.',
    mend: 'Answer 401 with the same words, after the same time: otherwise anybody can find out who has an account.',
  },
  'sign-in-status': {
    severity: 'fault',
    expects: 'A sign-in is answered 204, or 200.',
    mend: 'Answer 204 and set the cookie, without a redirect. At 429, wait until the limit is over. At 403, look at the check of the XSRF token: a sign-in has only that of the GET before.',
  },
  'sign-in-session': {
    severity: 'fault',
    expects: 'GET of the session answers 200 and the user as a JSON object after a sign-in.',
    mend: 'Answer 200 with the user, such as {"id": 1, "name": "Ada"}. If it is a 401, the cookie has not been set, kept or understood.',
  },
  'refresh-status': {
    severity: 'fault',
    expects: 'PUT of the session answers 204 to somebody who is signed in.',
    mend: 'Take a PUT without a body, read the user anew, and answer 204.',
  },
  'session-renewed': {
    severity: 'fault',
    expects: 'A sign-in begins a new session id.',
    mend: 'Make a new id at each sign-in, and set it: an attacker may have planted the old one.',
  },
  'old-session-dead': {
    severity: 'fault',
    expects: 'The session id of before the sign-in is dead.',
    mend: 'Destroy the old session, where it is stored, when the new one begins.',
  },
  'sign-in-again': {
    severity: 'warning',
    expects: 'A second sign-in begins a new session id, too.',
    mend: 'Renew the id also where the same user is signed in already, and destroy the old session.',
  },
  'chosen-session': {
    severity: 'fault',
    expects: 'A session id that the browser has made up is not taken.',
    mend: 'Take only ids that the backend has made itself, and make a new one at the sign-in.',
  },
  'data-survives-sign-in': {
    severity: 'fault',
    expects: 'Session data of before the sign-in is there after it.',
    mend: 'Carry the data over to the new session, unless it belongs to another user.',
  },
});

const CART = { cart: ['tea'] };

/** How a sign-in is refused, and how it begins a session. Leaves a browser that is signed in. */
export const signIn: RuleGroup = { rules: RULES, needs: 'account', check: check };

async function check(context: CheckContext): Promise<void> {
  const { account } = context.target;
  if (account === null) return;
  await checkRefusals(context, account);

  const { results, target } = context;
  const browser = await context.openApp();
  if (context.hasData) await browser.send('PUT', target.data, { json: CART });
  const before = browser.copy();
  const signIn = await context.signIn(browser, account.right);
  results.expect(RULES['sign-in-status'], isDone(signIn), told(signIn));
  if (!isSuccess(signIn)) return;

  // Read once, as the app does: `user.ts` looks at what came, which may hold a flash message.
  const read = await browser.send('GET', target.session);
  if (!results.expect(RULES['sign-in-session'], isUser(read), told(read))) return;
  context.signedIn = browser;
  context.firstUser = jsonOf(read);
  const refresh = await browser.send('PUT', target.session);
  results.expect(RULES['refresh-status'], isDone(refresh), told(refresh));
  results.expect(
    RULES['session-renewed'],
    await isRenewed(context, before, browser),
    'it is the same',
  );
  const isDead = !(await context.isSignedIn(before));
  results.expect(RULES['old-session-dead'], isDead, 'the old cookie is signed in');
  if (context.hasData) {
    const isCarried = isDeepStrictEqual(await dataOf(context, browser), CART);
    results.expect(RULES['data-survives-sign-in'], isCarried, 'it was lost');
    const isLeft = isDeepStrictEqual(await dataOf(context, before), CART);
    results.expect(RULES['old-session-dead'], !isLeft, 'the old cookie still finds its data');
  }
}

async function checkRefusals(context: CheckContext, { right, wrong }: Account): Promise<void> {
  const { results } = context;
  const browser = await context.openApp();
  const refused = await context.signIn(browser, wrong);
  const isNobody = refused.status === 401 && !(await context.isSignedIn(browser));
  results.expect(RULES['wrong-password'], isNobody, told(refused));

  const unknown = unknownAccountOf(right);
  if (unknown === null) return results.skip(RULES['unknown-account'], 'no field names an account');
  const answer = await context.signIn(await context.openApp(), unknown);
  // A number, say, that is none any more: this says nothing of accounts.
  if (answer.status === 422 || answer.status === 400) {
    return results.skip(RULES['unknown-account'], 'no other account could be made up');
  }
  results.expect(RULES['unknown-account'], answer.status === refused.status, told(answer));
}

/** Whether one of the cookies that make a session is another than before the sign-in. */
export async function isRenewed(
  context: CheckContext,
  before: AppBrowser,
  after: AppBrowser,
): Promise<boolean> {
  const old = before.jar.all.map(({ value }) => value);
  return (await context.cookiesOf(after)).some(({ value }) => !old.includes(value));
}
