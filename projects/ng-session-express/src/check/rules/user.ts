import { isDeepStrictEqual } from 'node:util';

import { isPlainObject } from '../../is-plain-object.ts';
import type { CheckContext } from '../check-context.ts';
import { defineRules } from '../define-rules.ts';
import { jsonOf } from '../http/answers.ts';
import { passwordsOf } from '../wrong-sign-in.ts';
import { secretPathsOf } from './secret-paths.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('User', {
  'user-id': {
    severity: 'fault',
    expects: 'The user has an id.',
    mend: 'Give the user a property id, a text or a number that never changes: the app knows by it that somebody else has signed in.',
  },
  'user-secrets': {
    severity: 'fault',
    expects: 'The user holds no password and no hash.',
    mend: 'Name the properties that the app may see, one by one, and send no others.',
  },
  'flash-object': {
    severity: 'fault',
    expects: 'The flash messages of the answer are an object.',
    mend: 'Send {"flash": {"notification": …}}, or no flash at all.',
  },
  'flash-once': {
    severity: 'fault',
    expects: 'Flash messages come with one answer only.',
    mend: 'Take the messages out of the session when they are sent.',
  },
});

/** What the app is told of the user. */
export const user: RuleGroup = { rules: RULES, needs: 'session', check: check };

async function check(context: CheckContext): Promise<void> {
  const { results, target, signedIn, firstUser: user } = context;
  if (signedIn === null || target.account === null || !isPlainObject(user)) return;
  const { id } = user;
  const isId = (typeof id === 'string' && id !== '') || typeof id === 'number';
  results.expect(RULES['user-id'], isId, 'there is no such property, or it is no text or number');

  const paths = secretPathsOf(user, passwordsOf(target.account.right));
  results.expect(RULES['user-secrets'], paths.length === 0, `there is ${paths.join(', ')}`);

  const { flash } = user;
  if (flash === undefined) return results.skip(RULES, 'no flash message came');
  results.expect(RULES['flash-object'], isPlainObject(flash), 'it is something else');
  const next = jsonOf(await signedIn.send('GET', target.session));
  const isAgain = isPlainObject(next) && isDeepStrictEqual(next['flash'], flash);
  results.expect(RULES['flash-once'], !isAgain, 'the next answer has the same ones');
}
