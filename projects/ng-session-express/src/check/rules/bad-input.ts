import type { CheckContext } from '../check-context.ts';
import { defineRules } from '../define-rules.ts';
import { isRefused, told } from '../http/answers.ts';
import { operatorsOf } from '../wrong-sign-in.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('Bad input', {
  'bad-input': {
    severity: 'fault',
    expects: 'A sign-in without its fields is refused.',
    mend: 'Answer 422 where the body is not what a sign-in has to be: 401 would say that the password is wrong.',
  },
  'bad-input-status': {
    severity: 'warning',
    expects: 'A sign-in without its fields is answered 422.',
    mend: 'Answer 422 rather than 400: 400 means that the request could not be read at all.',
  },
  'bad-input-json': {
    severity: 'fault',
    expects: 'A body that is no JSON is refused.',
    mend: 'Answer 400 or 422.',
  },
  'bad-input-types': {
    severity: 'fault',
    expects: 'Objects in the place of texts sign nobody in.',
    mend: 'Check that each field is a text before it goes into a query: {"$ne": null} matches anybody.',
  },
});

/** What the sign-in does with what is none. */
export const badInput: RuleGroup = { rules: RULES, needs: 'nothing', check: check };

async function check(context: CheckContext): Promise<void> {
  const { results, target } = context;
  const browser = await context.openApp();
  const empty = await browser.send('POST', target.signIn, { json: {} });
  const isBadInput = empty.status === 422 || empty.status === 400;
  results.expect(RULES['bad-input'], isBadInput, `${told(empty)} to {}`);
  if (isBadInput) {
    results.expect(RULES['bad-input-status'], empty.status === 422, `${told(empty)} to {}`);
  }
  const broken = await browser.send('POST', target.signIn, { body: '{"email":' });
  const isBroken = broken.status === 400 || broken.status === 422;
  results.expect(RULES['bad-input-json'], isBroken, `${told(broken)} to half of an object`);

  const rule = RULES['bad-input-types'];
  if (target.account === null) return results.skip(rule, 'there is no sign-in');
  const json = operatorsOf(target.account.right);
  const operators = await browser.send('POST', target.signIn, { json });
  const isKept = isRefused(operators) && !(await context.isSignedIn(browser));
  results.expect(rule, isKept, `${told(operators)} to objects in all fields`);
}
