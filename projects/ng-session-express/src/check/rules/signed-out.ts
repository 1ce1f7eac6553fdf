import type { CheckContext } from '../check-context.ts';
import { defineRules } from '../define-rules.ts';
import { isDone, told } from '../http/answers.ts';
import { NoAnswer, send } from '../http/send.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('Signed out', {
  'signed-out-read': {
    severity: 'fault',
    expects: 'GET of the session answers 401 while nobody is signed in.',
    mend: 'Answer 401, without a redirect to a sign-in page: a 403 would mean that somebody is signed in and may not, and a 200 that somebody is.',
  },
  'signed-out-refresh': {
    severity: 'fault',
    expects: 'PUT of the session answers 401 while nobody is signed in.',
    mend: 'Answer 401, as to the GET, and let the check of the XSRF token run after that of the session, or take the token that comes with the 401 of the GET.',
  },
  'signed-out-sign-out': {
    severity: 'fault',
    expects: 'A sign-out of nobody is done at once.',
    mend: 'Answer 204 to a sign-out without a session: a second tab, or a session that has run out, signs out too.',
  },
  'trace-refused': {
    severity: 'fault',
    expects: 'TRACE does not send cookies back.',
    mend: 'Turn the method TRACE off in the server or the proxy in front of it.',
  },
});

const CANARY = 'sent-to-be-traced';

/** What holds for somebody without a session. */
export const signedOut: RuleGroup = { rules: RULES, needs: 'nothing', check: check };

async function check(context: CheckContext): Promise<void> {
  const { results, target } = context;
  const browser = await context.openApp();
  const read = await browser.send('GET', target.session);
  results.expect(RULES['signed-out-read'], read.status === 401, told(read));
  const refresh = await browser.send('PUT', target.session);
  results.expect(RULES['signed-out-refresh'], refresh.status === 401, told(refresh));
  const signOut = await (await context.openApp()).send('POST', target.signOut);
  results.expect(RULES['signed-out-sign-out'], isDone(signOut), told(signOut));
  results.expect(RULES['trace-refused'], await isTraceRefused(target), 'TRACE sent it back');
}

async function isTraceRefused({ session, timeout }: CheckContext['target']): Promise<boolean> {
  const headers = { cookie: `canary=${CANARY}` };
  try {
    const answer = await send({ method: 'TRACE', url: session, headers, timeout });
    return !answer.text.includes(CANARY);
  } catch (error) {
    // Many a server closes the connection.
    if (error instanceof NoAnswer) return true;
    throw error;
  }
}
