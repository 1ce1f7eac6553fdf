import type { CheckContext } from '../check-context.ts';
import type { Rule } from '../check-report.ts';
import { defineRules } from '../define-rules.ts';
import type { AppBrowser } from '../http/app-browser.ts';
import { covers } from '../http/cookie-jar.ts';
import type { KeptCookie } from '../http/cookie-jar.ts';
import { sessionCookies } from '../http/session-cookies.ts';
import type { RuleGroup } from './rule-group.ts';

const RULES = defineRules('Session cookie', {
  'cookie-http-only': {
    severity: 'fault',
    expects: 'No script can read the session cookie.',
    mend: 'Set it with HttpOnly.',
  },
  'cookie-same-site': {
    severity: 'fault',
    expects: 'Posts of other sites do not carry the session cookie.',
    mend: 'Set it with SameSite=Lax or Strict, and have the app and the backend on one site, such as app.example.com and api.example.com.',
  },
  'cookie-path': {
    severity: 'fault',
    expects: 'The session cookie is sent to all routes.',
    mend: 'Set it with Path=/.',
  },
  'cookie-domain': {
    severity: 'fault',
    expects: 'The session cookie is sent to this host only.',
    mend: 'Set it without Domain: with it, every subdomain gets the cookie.',
  },
  'cookie-secure': {
    severity: 'fault',
    expects: 'The session cookie is sent over https only.',
    mend: 'Set it with Secure.',
  },
  'cookie-prefix': {
    severity: 'warning',
    expects: 'No subdomain can plant a session cookie.',
    mend: 'Let its name begin with __Host-.',
  },
});

type Judgement = readonly [rule: Rule, isKept: boolean, but: string];

/** Says why the rules of cookies that need https can not be tried over http. */
export function skipHttpsRules({ results, target }: CheckContext): void {
  if (target.base.protocol === 'https:') return;
  const why = 'the URL is not https: check the one that browsers use';
  results.skip(RULES['cookie-secure'], why);
  results.skip(RULES['cookie-prefix'], why);
}

/** The cookie of somebody who is signed in. */
export const sessionCookie: RuleGroup = {
  rules: RULES,
  needs: 'session',
  check: async (context) => {
    const { signedIn } = context;
    if (signedIn === null) return;
    await checkCookies(context, signedIn, (browser) => context.isSignedIn(browser));
  },
};

/** Tries the attributes of those cookies without which the session is not found. */
export async function checkCookies(
  { results, target }: CheckContext,
  browser: AppBrowser,
  isFound: (browser: AppBrowser) => Promise<boolean>,
): Promise<void> {
  const isHttps = target.base.protocol === 'https:';
  const routes = [target.session, target.signIn, target.signOut].map(({ pathname }) => pathname);
  for (const cookie of await sessionCookies(browser, isFound)) {
    for (const [rule, isKept, but] of judge(cookie, routes, isHttps)) {
      results.expect(rule, isKept, `the cookie "${cookie.name}" ${but}`);
    }
  }
}

/** Which rules a cookie keeps, by its attributes. */
export function judge(
  { name, httpOnly, sameSite, path, domain, secure }: KeptCookie,
  routes: readonly string[],
  isHttps: boolean,
): readonly Judgement[] {
  const isLax = sameSite === 'lax' || sameSite === 'strict';
  const isEverywhere = routes.every((route) => covers(path, route));
  const judgements: Judgement[] = [
    [RULES['cookie-http-only'], httpOnly === true, 'has no HttpOnly'],
    [RULES['cookie-same-site'], isLax, 'has no SameSite=Lax or Strict'],
    [RULES['cookie-path'], isEverywhere, `is for ${path} only`],
    [RULES['cookie-domain'], domain === undefined, 'has a Domain'],
  ];
  if (!isHttps) return judgements;
  return [
    ...judgements,
    [RULES['cookie-secure'], secure === true, 'has no Secure'],
    [RULES['cookie-prefix'], name.startsWith('__Host-'), 'has another name'],
  ];
}
