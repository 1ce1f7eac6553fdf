import { isDeepStrictEqual } from 'node:util';

import type { CheckContext } from '../check-context.ts';
import { defineRules } from '../define-rules.ts';
import { isRefused, isSuccess, jsonOf, told } from '../http/answers.ts';
import type { AppBrowser } from '../http/app-browser.ts';
import { NoAnswer } from '../http/send.ts';
import type { HttpAnswer } from '../http/send.ts';
import { checkCookies } from './session-cookie.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('Session data', {
  'data-anonymous': {
    severity: 'fault',
    expects: 'Session data is there without a sign-in.',
    mend: 'Answer the GET with 200 and {} (or 204), and the PUT with 204: a session begins with the first PUT.',
  },
  'data-round-trip': {
    severity: 'fault',
    expects: 'Session data comes back as it was put.',
    mend: 'Keep the object as it is: nested, empty, null, with dots and with dollars in its keys.',
  },
  'data-replaced': {
    severity: 'fault',
    expects: 'A PUT takes the place of what was there.',
    mend: 'Replace the object, do not merge; {} is its end.',
  },
  'data-private': {
    severity: 'fault',
    expects: 'Session data is seen by its own session only.',
    mend: 'Keep the data in the session of the cookie.',
  },
  'data-object': {
    severity: 'fault',
    expects: 'What is no object is refused and changes nothing.',
    mend: 'Answer 422 to a list, a text, a number and null.',
  },
  'data-proto': {
    severity: 'fault',
    expects: 'Keys such as __proto__ are refused and change nothing.',
    mend: 'Answer 422 to the keys __proto__, constructor and prototype at every depth.',
  },
  'data-size': {
    severity: 'warning',
    expects: 'Session data has a limit.',
    mend: 'Answer 413 to a body that is too large for a session; 16 to 64 KiB are plenty.',
  },
  'data-owner': {
    severity: 'warning',
    expects: 'The last change of a page does not reach the data of another person.',
    mend: 'Refuse a PUT whose $owner is not that of the data that is there, where both have one.',
  },
});

const ODD = {
  text: 'Tea ☕ "\\',
  'with.dot': { nested: [[], {}, null, false, 0, 1.5] },
  $version: 2,
  empty: {},
};
const KEPT = { kept: true };
const NO_OBJECTS = ['[]', '[{"a":1}]', '"text"', '1', 'true', 'null'];
const UNSAFE = [
  '{"__proto__":{"a":1}}',
  '{"a":{"__proto__":{"a":1}}}',
  '{"constructor":{"prototype":{"a":1}}}',
];
const TOO_LARGE = 4_000_000;

/** What holds for session data without a sign-in. */
export const sessionData: RuleGroup = { rules: RULES, needs: 'nothing', check: check };

async function check(context: CheckContext): Promise<void> {
  const { results, target } = context;
  const browser = await context.openApp();
  const first = await browser.send('GET', target.data);
  if (first.status === 404) return results.skip(RULES, 'session data is not offered (404)');
  const put = await browser.send('PUT', target.data, { json: ODD });
  const isOpen = isSuccess(first) && isSuccess(put);
  if (!results.expect(RULES['data-anonymous'], isOpen, [first, put].map(told).join(', '))) {
    return results.skip(RULES, 'session data does not work without a sign-in');
  }
  const holds = async (data: object): Promise<boolean> =>
    isDeepStrictEqual(await dataOf(context, browser), data);
  const isKept = await holds(ODD);
  results.expect(RULES['data-round-trip'], isKept, 'a GET answered with something else');
  if (!isKept) return results.skip(RULES, 'session data is not kept');
  await checkCookies(context, browser, async (other) =>
    isDeepStrictEqual(await dataOf(context, other), ODD),
  );
  const strangers = await dataOf(context, await context.openApp());
  const isPrivate = isEmpty(strangers);
  results.expect(RULES['data-private'], isPrivate, 'a browser without a cookie got it');
  // What is everybody's says nothing of sessions that begin and end.
  context.hasData = isPrivate;

  await browser.send('PUT', target.data, { json: KEPT });
  results.expect(RULES['data-replaced'], await holds(KEPT), 'a second PUT was merged or lost');
  await refuses(context, browser, RULES['data-object'], NO_OBJECTS);
  await refuses(context, browser, RULES['data-proto'], UNSAFE);
  const isLimited = !isSuccessOf(await putLarge(context, browser));
  results.expect(RULES['data-size'], isLimited, `a PUT of ${TOO_LARGE} bytes was taken`);

  await browser.send('PUT', target.data, { json: { $owner: 'a' } });
  const foreign = await browser.send('PUT', target.data, { json: { $owner: 'b' } });
  results.expect(RULES['data-owner'], isRefused(foreign), `${told(foreign)} to another $owner`);
  await browser.send('PUT', target.data, { json: {} });
  const end = await dataOf(context, browser);
  results.expect(RULES['data-replaced'], isEmpty(end), 'a PUT of {} did not end it');
}

/** What a browser finds: the object, or undefined where the answer is none. */
export async function dataOf({ target }: CheckContext, browser: AppBrowser): Promise<unknown> {
  const answer = await browser.send('GET', target.data);
  return isSuccess(answer) ? jsonOf(answer) : undefined;
}

/** Whether there is no data; `null`, an empty answer and `{}` are all the same. */
export function isEmpty(data: unknown): boolean {
  return (data ?? null) === null || isDeepStrictEqual(data, {});
}

async function refuses(
  context: CheckContext,
  browser: AppBrowser,
  rule: (typeof RULES)[keyof typeof RULES],
  bodies: readonly string[],
): Promise<void> {
  for (const body of bodies) {
    const answer = await browser.send('PUT', context.target.data, { body });
    const isSame = isDeepStrictEqual(await dataOf(context, browser), KEPT);
    context.results.expect(rule, isRefused(answer) && isSame, `${told(answer)} to ${body}`);
    if (!isSame) await browser.send('PUT', context.target.data, { json: KEPT });
  }
}

/** Null where the connection was closed before all was sent. */
async function putLarge({ target }: CheckContext, browser: AppBrowser): Promise<HttpAnswer | null> {
  try {
    return await browser.send('PUT', target.data, { json: { large: 'x'.repeat(TOO_LARGE) } });
  } catch (error) {
    if (error instanceof NoAnswer) return null;
    throw error;
  }
}

function isSuccessOf(answer: HttpAnswer | null): boolean {
  return answer !== null && isSuccess(answer);
}
