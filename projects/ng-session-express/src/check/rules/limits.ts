import type { CheckContext } from '../check-context.ts';
import { defineRules } from '../define-rules.ts';
import { told } from '../http/answers.ts';
import { headerOf } from '../http/app-browser.ts';
import type { HttpAnswer } from '../http/send.ts';
import { hasWord } from './every-answer.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('Limits', {
  'sign-in-limit': {
    severity: 'fault',
    expects: 'Guessing passwords comes to an end.',
    mend: 'Answer 429 after some wrong passwords, by account and by address: five to twenty are usual.',
  },
  'retry-after': {
    severity: 'fault',
    expects: 'Whoever is limited is told for how long.',
    mend: 'Send Retry-After with the 429, in seconds or as a date.',
  },
  'retry-after-exposed': {
    severity: 'warning',
    expects: 'The app may read how long it is limited.',
    mend: 'Name Retry-After in Access-Control-Expose-Headers.',
  },
});

const TRIES = 30;

/** Tries wrong passwords until they are limited. */
export const limits: RuleGroup = { rules: RULES, needs: 'account', check: check };

async function check(context: CheckContext): Promise<void> {
  const { results, target } = context;
  if (target.account === null) return;
  if (!target.limits) return results.skip(RULES, 'it locks the account for a while: ask for it');
  const answer = await limited(context, target.account.wrong);
  const seen = `${TRIES} wrong passwords were not limited`;
  if (!results.expect(RULES['sign-in-limit'], answer !== null, seen) || answer === null) return;
  const retryAfter = headerOf(answer, 'retry-after') ?? '';
  const isTold = /^\d+$/.test(retryAfter) || !Number.isNaN(Date.parse(retryAfter));
  if (!results.expect(RULES['retry-after'], isTold, told(answer))) return;
  if (target.origin === target.base.origin) return;
  const exposed = headerOf(answer, 'access-control-expose-headers') ?? '';
  results.expect(RULES['retry-after-exposed'], hasWord(exposed, 'retry-after'), told(answer));
}

async function limited(
  context: CheckContext,
  wrong: Parameters<CheckContext['signIn']>[1],
): Promise<HttpAnswer | null> {
  const browser = await context.openApp();
  for (let tries = 0; tries < TRIES; tries++) {
    const answer = await context.signIn(browser, wrong);
    if (answer.status === 429) return answer;
  }
  return null;
}
