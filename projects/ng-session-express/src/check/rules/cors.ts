import type { CheckContext } from '../check-context.ts';
import { defineRules } from '../define-rules.ts';
import { isSuccess, told } from '../http/answers.ts';
import { AppBrowser, XSRF_HEADER, headerOf } from '../http/app-browser.ts';
import { NoAnswer, send } from '../http/send.ts';
import type { HttpAnswer } from '../http/send.ts';
import { hasWord } from './every-answer.ts';
import { foreignOriginsOf } from './foreign-origins.ts';
import type { RuleGroup } from './rule-group.ts';

const FOREIGN = defineRules('CORS', {
  'cors-foreign': {
    severity: 'fault',
    expects: 'No other origin may read an answer.',
    mend: 'Compare the whole origin with a list of exact ones. Never send back what was asked for, "null" or "*".',
  },
});

const PREFLIGHT = defineRules('CORS', {
  'cors-preflight': {
    severity: 'fault',
    expects: 'The preflight of the app is answered without a session.',
    mend: 'Answer OPTIONS with 204, Access-Control-Allow-Origin and Access-Control-Allow-Credentials, before anything asks for a session: a preflight has no cookie.',
  },
  'cors-preflight-methods': {
    severity: 'fault',
    expects: 'The preflight allows PUT.',
    mend: 'Name PUT in Access-Control-Allow-Methods; "*" does not work with cookies.',
  },
  'cors-preflight-headers': {
    severity: 'fault',
    expects: 'The preflight allows the headers of the app.',
    mend: 'Name Content-Type and X-XSRF-TOKEN in Access-Control-Allow-Headers; "*" does not work with cookies.',
  },
});

/** Who may read answers, and what the app may send. */
export const cors: RuleGroup = {
  rules: { ...FOREIGN, ...PREFLIGHT },
  needs: 'nothing',
  check: check,
};

async function check(context: CheckContext): Promise<void> {
  const { results, target } = context;
  for (const origin of foreignOriginsOf(target.origin)) {
    // The backend itself may look like the app to the check, and is no foreigner.
    if (origin === target.base.origin) continue;
    for (const answer of [await read(context, origin), await preflight(context, origin, 'PUT')]) {
      const allowed = answer === null ? '' : headerOf(answer, 'access-control-allow-origin');
      const seen = `${answer === null ? '' : told(answer)} and lets ${origin} read it`;
      results.expect(FOREIGN['cors-foreign'], allowed !== origin && allowed !== '*', seen);
    }
  }
  if (target.origin === target.base.origin) {
    return results.skip(PREFLIGHT, 'app and backend are of one origin');
  }
  for (const method of ['PUT', 'POST']) {
    checkPreflight(context, method, await preflight(context, target.origin, method));
  }
}

function checkPreflight(
  { results, target }: CheckContext,
  method: string,
  answer: HttpAnswer | null,
): void {
  const header = (name: string): string =>
    answer === null ? '' : (headerOf(answer, `access-control-${name}`) ?? '');
  const isAllowed =
    answer !== null &&
    isSuccess(answer) &&
    header('allow-origin') === target.origin &&
    header('allow-credentials') === 'true';
  const seen = answer === null ? 'there was no answer' : `${told(answer)} for ${method}`;
  if (!results.expect(PREFLIGHT['cors-preflight'], isAllowed, seen)) return;
  // Browsers allow POST without being told.
  if (method === 'PUT') {
    const methods = hasWord(header('allow-methods'), 'put');
    results.expect(PREFLIGHT['cors-preflight-methods'], methods, `${seen} without it`);
  }
  for (const name of ['content-type', XSRF_HEADER]) {
    const headers = hasWord(header('allow-headers'), name);
    results.expect(PREFLIGHT['cors-preflight-headers'], headers, `${seen} without ${name}`);
  }
}

function read({ target }: CheckContext, origin: string): Promise<HttpAnswer> {
  return new AppBrowser(target, () => undefined).send('GET', target.session, { from: origin });
}

/** Null where the connection was closed, as some servers do to foreigners. */
async function preflight(
  { target }: CheckContext,
  origin: string,
  method: string,
): Promise<HttpAnswer | null> {
  const headers = {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': `content-type,${XSRF_HEADER}`,
    'sec-fetch-mode': 'cors',
  };
  const { session, signIn, timeout } = target;
  try {
    const url = method === 'PUT' ? session : signIn;
    return await send({ method: 'OPTIONS', url, headers, timeout });
  } catch (error) {
    if (error instanceof NoAnswer) return null;
    throw error;
  }
}
