import type { CheckContext } from '../check-context.ts';
import type { Rule } from '../check-report.ts';
import { defineRules } from '../define-rules.ts';
import { isRefused, isSuccess, told } from '../http/answers.ts';
import type { SendOptions } from '../http/app-browser.ts';
import { textsOf } from '../wrong-sign-in.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('CSRF', {
  'csrf-form': {
    severity: 'fault',
    expects: 'The form of another site can not post in the name of the user.',
    mend: 'Answer 403 to a foreign Origin and to bodies that are no JSON.',
  },
  'csrf-text-plain': {
    severity: 'fault',
    expects: 'JSON that is sent as text/plain is refused.',
    mend: 'Read JSON from application/json only: another site may send text/plain without a preflight.',
  },
  'csrf-bodiless': {
    severity: 'fault',
    expects: 'A post without a body is refused, too, if it comes from another site.',
    mend: 'Check the Origin, or the XSRF token, before the body: a sign-out has none.',
  },
  'csrf-null-origin': {
    severity: 'fault',
    expects: 'The Origin "null" is a foreign one.',
    mend: 'Answer 403 to Origin: null. A sandboxed frame of any site sends it.',
  },
  'csrf-origin': {
    severity: 'fault',
    expects: 'JSON from another origin is refused.',
    mend: 'Compare the Origin of whatever changes something with the list of exact ones.',
  },
  'csrf-token': {
    severity: 'fault',
    expects: 'Where there is an XSRF token, nothing is changed without it.',
    mend: 'Compare the header X-XSRF-TOKEN with the token of the session, with everything but GET, HEAD and OPTIONS.',
  },
  'csrf-sign-in': {
    severity: 'fault',
    expects: 'Another site can not sign the browser in to an account of its own.',
    mend: 'Check Origin and body of the sign-in as of everything else.',
  },
  'csrf-status': {
    severity: 'warning',
    expects: 'What is refused as forged is answered 403.',
    mend: 'Answer 403: a 401 would sign the user out, and a 422 would look like bad input.',
  },
});

const EVIL = 'https://evil.example';
const FORM = 'application/x-www-form-urlencoded';

/** What another site can make a browser send. Each attack tries to sign the user out. */
export const csrf: RuleGroup = { rules: RULES, needs: 'session', check: check };

async function check(context: CheckContext): Promise<void> {
  if (context.signedIn === null) return;
  const foreign = { from: EVIL, token: null };
  await refuses(context, RULES['csrf-form'], { ...foreign, type: FORM, body: 'a=1' });
  await refuses(context, RULES['csrf-text-plain'], { ...foreign, type: 'text/plain', body: '{}' });
  await refuses(context, RULES['csrf-bodiless'], foreign);
  const sandboxed = { from: 'null', token: null, type: FORM, body: 'a=1' };
  await refuses(context, RULES['csrf-null-origin'], sandboxed);
  await refuses(context, RULES['csrf-origin'], { from: EVIL, json: {} });
  if (context.signedIn.token === null) {
    context.results.skip(RULES['csrf-token'], 'the backend sends no XSRF token');
  } else {
    await refuses(context, RULES['csrf-token'], { token: null, json: {} });
    await refuses(context, RULES['csrf-token'], { token: 'made-up', json: {} });
  }
  await checkSignIn(context);
}

async function refuses(context: CheckContext, rule: Rule, attack: SendOptions): Promise<void> {
  const { results, target, signedIn } = context;
  if (signedIn === null) return;
  // A browser of its own: what the attack does to cookies is no part of the next one.
  const answer = await signedIn.copy().send('POST', target.signOut, attack);
  const isAlive = await context.isSignedIn(signedIn);
  results.expect(rule, isRefused(answer) && isAlive, told(answer));
  if (isRefused(answer)) expect403(context, answer);
  if (isAlive || target.account === null) return;
  await context.signIn(signedIn, target.account.right);
  await signedIn.send('GET', target.session);
}

async function checkSignIn(context: CheckContext): Promise<void> {
  const { results, target } = context;
  if (target.account === null) return;
  const { right } = target.account;
  for (const [type, body] of [
    ['text/plain', JSON.stringify(right)],
    [FORM, new URLSearchParams(Object.fromEntries(textsOf(right))).toString()],
  ] as const) {
    const browser = await context.openApp();
    const attack = { from: EVIL, token: null, type, body };
    const answer = await browser.send('POST', target.signIn, attack);
    const isIn = isSuccess(answer) || (await context.isSignedIn(browser));
    results.expect(RULES['csrf-sign-in'], !isIn, `${told(answer)} to ${type}`);
    if (isRefused(answer)) expect403(context, answer);
  }
}

function expect403({ results }: CheckContext, answer: Parameters<typeof told>[0]): void {
  results.expect(RULES['csrf-status'], answer.status === 403, told(answer));
}
