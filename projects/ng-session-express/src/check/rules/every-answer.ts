import type { CheckTarget } from '../check-target.ts';
import { defineRules } from '../define-rules.ts';
import { told } from '../http/answers.ts';
import { XSRF_HEADER, headerOf } from '../http/app-browser.ts';
import type { AppBrowser } from '../http/app-browser.ts';
import { XSRF_COOKIE } from '../http/readable-token.ts';
import type { HttpAnswer } from '../http/send.ts';
import type { Results } from '../results.ts';
import { hasStackTrace } from './has-stack-trace.ts';

const RULES = defineRules('Every answer', {
  answers: {
    severity: 'fault',
    expects: 'Every request is answered in time.',
    mend: 'Look at the log of the backend and of the proxy in front of it, or give a longer timeout.',
  },
  'no-store': {
    severity: 'fault',
    expects: 'Answers that depend on the session are in no cache.',
    mend: 'Send Cache-Control: no-store with every answer of these routes, the 401 too.',
  },
  'server-error': {
    severity: 'fault',
    expects: 'No request makes the backend fail.',
    mend: 'Look at the log of the backend: what was sent is refused with a 4xx, never with a 5xx.',
  },
  'stack-trace': {
    severity: 'fault',
    expects: 'No answer holds a stack trace.',
    mend: 'Turn the debug mode off, and answer errors with a short message of your own.',
  },
  'basic-challenge': {
    severity: 'fault',
    expects: 'A 401 makes no browser ask for a password by itself.',
    mend: 'Do not send WWW-Authenticate: Basic (or Digest, Negotiate): turn this way to sign in off.',
  },
  'cookie-kept': {
    severity: 'fault',
    expects: 'Browsers keep each cookie that is set.',
    mend: 'Change the attributes of the cookie: a browser drops it, and nobody stays signed in.',
  },
  'xsrf-readable': {
    severity: 'fault',
    expects: 'The app can read the XSRF token that it has to send.',
    mend: 'Send the token in the header X-XSRF-TOKEN of the answers as well, or set the cookie XSRF-TOKEN without HttpOnly, with Path=/, and for the host of the app.',
  },
});

const CORS = defineRules('CORS', {
  'cors-origin': {
    severity: 'fault',
    expects: 'The app may read every answer, errors too.',
    mend: 'Send Access-Control-Allow-Origin with exactly the origin of the app. Let CORS run before what answers 401, 403 and 422.',
  },
  'cors-credentials': {
    severity: 'fault',
    expects: 'Cookies are allowed for the app.',
    mend: 'Send Access-Control-Allow-Credentials: true.',
  },
  'cors-vary': {
    severity: 'warning',
    expects: 'Caches keep the answers for different origins apart.',
    mend: 'Send Vary: Origin wherever Access-Control-Allow-Origin depends on the request.',
  },
  'cors-expose': {
    severity: 'fault',
    expects: 'The app may read the XSRF token of the header.',
    mend: 'Name X-XSRF-TOKEN in Access-Control-Expose-Headers.',
  },
});

/** Not tried in a group: wherever there is an occasion. */
export const EVERY_ANSWER = { ...RULES, ...CORS };

const CHALLENGE = /^\s*(basic|digest|negotiate|ntlm)\b/i;

/** Tries what has to be true of each answer that the app gets. */
export function watchEveryAnswer(results: Results, target: CheckTarget) {
  if (target.origin === target.base.origin) {
    results.skip(
      CORS,
      'app and backend are of one origin: give the origin of the app if they are not',
    );
  }
  return (answer: HttpAnswer, refused: readonly string[], browser: AppBrowser): void => {
    const { status } = answer;
    const header = (name: string): string => headerOf(answer, name) ?? '';
    const expect = (id: keyof typeof RULES, isKept: boolean, but: string): void =>
      void results.expect(RULES[id], isKept, `${told(answer)}${but}`);

    expect('answers', true, '');
    expect('server-error', status < 500, '');
    expect('stack-trace', !hasStackTrace(answer.text), ' with a stack trace');
    expect('cookie-kept', refused.length === 0, `, and ${refused.join(', ')}`);
    // Frameworks refuse with 403, 404 or 413 before they know of any session.
    if (status < 400 || status === 401 || status === 422) {
      expect('no-store', hasWord(header('cache-control'), 'no-store'), ' without it');
    }
    if (status === 401) {
      const challenge = header('www-authenticate');
      expect('basic-challenge', !CHALLENGE.test(challenge), ' with such a WWW-Authenticate');
    }
    const hasCookie = browser.jar.all.some(({ name }) => name === XSRF_COOKIE);
    if (hasCookie || header(XSRF_HEADER) !== '') {
      expect('xsrf-readable', browser.token !== null, ' with a token that the app can not read');
    }
    if (target.origin !== target.base.origin) checkCors(results, target, answer);
  };
}

function checkCors(results: Results, { origin }: CheckTarget, answer: HttpAnswer): void {
  const header = (name: string): string => headerOf(answer, name) ?? '';
  const expect = (id: keyof typeof CORS, isKept: boolean, but: string): boolean =>
    results.expect(CORS[id], isKept, `${told(answer)} ${but}`);

  const allowed = header('access-control-allow-origin');
  const what = allowed === '' ? 'without the header' : 'with another value';
  if (!expect('cors-origin', allowed === origin, what)) return;
  const credentials = header('access-control-allow-credentials');
  expect('cors-credentials', credentials === 'true', 'without it');
  const vary = header('vary');
  expect('cors-vary', hasWord(vary, 'origin') || hasWord(vary, '*'), 'without it');
  if (header(XSRF_HEADER) !== '') {
    const exposed = header('access-control-expose-headers');
    expect('cors-expose', hasWord(exposed, XSRF_HEADER), 'with a token that is not exposed');
  }
}

/** Whether a list in a header has a word, in any case. */
export function hasWord(list: string, word: string): boolean {
  return list.split(',').some((one) => one.trim().toLowerCase() === word);
}
