import type { CheckContext } from '../check-context.ts';
import { defineRules } from '../define-rules.ts';
import { isDone, told } from '../http/answers.ts';
import type { AppBrowser } from '../http/app-browser.ts';
import type { HttpAnswer } from '../http/send.ts';
import { dataOf, isEmpty } from './session-data.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('Sign-out', {
  'sign-out-status': {
    severity: 'fault',
    expects: 'A sign-out is answered 204, or 200.',
    mend: 'Take a POST without a body and answer 204, without a redirect.',
  },
  'sign-out-ends': {
    severity: 'fault',
    expects: 'The cookie of before the sign-out is dead.',
    mend: 'Destroy the session where it is stored: to delete the cookie is not enough.',
  },
  'sign-out-cookie': {
    severity: 'fault',
    expects: 'The session cookie is cleared at the sign-out.',
    mend: 'Set the cookie anew, empty and with Max-Age=0 (or Expires in the past), and with the name, the Path and the Domain that it had.',
  },
  'sign-out-twice': {
    severity: 'fault',
    expects: 'A second sign-out is answered 204, too.',
    mend: 'Answer 204 to a sign-out without a session, and to one with a cookie that is over.',
  },
  'data-ends-with-session': {
    severity: 'fault',
    expects: 'Session data is gone after the sign-out.',
    mend: 'Keep the data in the session, so that it is destroyed with it.',
  },
  'late-request': {
    severity: 'fault',
    expects: 'A request that ends after the sign-out does not bring the session back.',
    mend: 'Refuse to write a session that was destroyed meanwhile: update what is there, do not insert. With express-session, take a store that does.',
  },
});

/** How a session ends, at once and while other requests are under way. */
export const signOut: RuleGroup = { rules: RULES, needs: 'session', check: check };

async function check(context: CheckContext): Promise<void> {
  const { results, target, signedIn: browser, spare } = context;
  if (browser === null) return;
  if (context.hasData) await browser.send('PUT', target.data, { json: { secret: true } });
  const before = browser.copy();
  const cookies = await context.cookiesOf(browser);
  const signOut = await browser.send('POST', target.signOut);
  results.expect(RULES['sign-out-status'], isDone(signOut), told(signOut));

  const isAlive = await context.isSignedIn(before);
  results.expect(RULES['sign-out-ends'], !isAlive, 'it still finds the user');
  const left = browser.jar.all.map(({ value }) => value);
  const isCleared = !cookies.some(({ value }) => left.includes(value));
  results.expect(RULES['sign-out-cookie'], isCleared, 'browsers keep it');
  if (context.hasData) {
    const isGone =
      isEmpty(await dataOf(context, browser)) && isEmpty(await dataOf(context, before.copy()));
    results.expect(RULES['data-ends-with-session'], isGone, 'it is still there');
  }
  for (const again of [browser, before]) {
    await again.send('GET', target.session);
    const second = await again.send('POST', target.signOut);
    results.expect(RULES['sign-out-twice'], isDone(second), told(second));
  }
  if (spare !== null) await checkLateRequests(context, spare, isAlive);
}

/** Begins requests, signs out while they are under way, lets them end, and looks who is there. */
async function checkLateRequests(
  context: CheckContext,
  browser: AppBrowser,
  neverEnds: boolean,
): Promise<void> {
  const { results, target } = context;
  const rule = RULES['late-request'];
  if (neverEnds) return results.skip(rule, 'a sign-out does not end the session at all');
  if (!(await context.isSignedIn(browser)))
    return results.skip(rule, 'nobody is signed in any more');
  const before = browser.copy();
  const held = Promise.withResolvers<undefined>();
  const url = context.hasData ? target.data : target.session;
  const late = [
    before.copy().send('PUT', url, { json: { late: true }, hold: held.promise }),
    ...Array.from({ length: 4 }, () => before.copy().send('GET', target.session)),
  ];
  const settled = Promise.allSettled<HttpAnswer>(late);
  // The half of a request has to arrive first: a question that is answered shows that it can have.
  await before.copy().send('GET', target.session);
  try {
    await browser.send('POST', target.signOut);
  } finally {
    held.resolve(undefined);
    await settled;
  }
  const isBack = await context.isSignedIn(before);
  results.expect(rule, !isBack, 'the old cookie finds the user again');
}
