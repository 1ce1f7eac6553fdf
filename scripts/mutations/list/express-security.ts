import { expressMutationsOf } from '../mutation.ts';

export const EXPRESS_SECURITY_MUTATIONS = [
  ...expressMutationsOf('security/allow-origins.ts', 'security/allow-origins', [
    ['every origin may read', 'origin: [...origins]', 'origin: true'],
    ['a single origin hides from caches', 'origin: [...origins]', 'origin: origins[0] ?? false'],
    ['no cookies are allowed', 'credentials: true', 'credentials: false'],
    ['the app can not read the token', "'Retry-After', XSRF_HEADER", "'Retry-After'"],
    ['no deletes are allowed', ", 'DELETE'", ''],
    ['headers of an app are not allowed', ', ...allowedHeaders', ''],
    ['a preflight holds for a day', 'PREFLIGHT_SECONDS = 600', 'PREFLIGHT_SECONDS = 86400'],
  ]),
  ...expressMutationsOf('security/is-trusted-source.ts', 'security/is-trusted-source', [
    ['any origin is trusted', 'return origins.includes(origin)', 'return true'],
    [
      'a part of an origin is trusted',
      'origins.includes(origin)',
      'origins.some((one) => origin.startsWith(one))',
    ],
    [
      'a post without an origin is trusted',
      "return fetchSite === undefined || fetchSite === 'none'",
      'return true',
    ],
    ['a sibling domain is trusted', "=== 'none'", "=== 'same-site'"],
    [
      'the app that is served beside the API is refused',
      "if (fetchSite === 'same-origin') return true;",
      '',
    ],
  ]),
  ...expressMutationsOf('security/refuse-foreign-requests.ts', 'security/refuse-foreign-requests', [
    ['posts of other sites are taken', '!isTrustedSource(source, origins)', 'false'],
    ['forms are taken', 'if (!isJsonOrEmpty(body)) throw', 'if (false) throw'],
  ]),
  ...expressMutationsOf('security/is-json-or-empty.ts', 'security/is-json-or-empty', [
    [
      'a type that names JSON somewhere is taken',
      "type.split(';')[0]?.trim().toLowerCase() === 'application/json'",
      "type.includes('application/json')",
    ],
    ['a body without a type is taken', "length === undefined || length === '0'", 'true'],
    ['a body in pieces is taken', 'transferEncoding === undefined &&', ''],
  ]),
  ...expressMutationsOf('http/is-mutating.ts', 'security/refuse-foreign-requests', [
    ['deletes are safe', "'OPTIONS']", "'OPTIONS', 'DELETE']"],
    ['patches are safe', "'OPTIONS']", "'OPTIONS', 'PATCH']"],
  ]),
  ...expressMutationsOf('security/require-xsrf-token.ts', 'security/require-xsrf-token', [
    ['no token is asked for', 'if (isSameToken(', 'if (true || isSameToken('],
    [
      'who signs in by other means needs a token',
      '|| userId === undefined',
      '',
      'routes/five-routes',
    ],
  ]),
  ...expressMutationsOf('security/is-same-token.ts', 'security/is-same-token', [
    ['no token is as good as none', 'if (!expected || !given) return false;', ''],
    ['any token is right', 'return timingSafeEqual', 'return true || timingSafeEqual'],
  ]),
  ...expressMutationsOf('security/create-xsrf-token.ts', 'security/is-same-token', [
    ['tokens are short', 'randomBytes(32)', 'randomBytes(4)'],
  ]),
  ...expressMutationsOf('security/send-xsrf-token.ts', 'security/require-xsrf-token', [
    ['the app never gets its token', 'response.set(XSRF_HEADER, xsrfToken)', 'XSRF_HEADER'],
  ]),
  ...expressMutationsOf('security/check-deployment.ts', 'security/session-cookie', [
    ['every proxy may be trusted', 'return trusts(...STRANGER);', 'return false;'],
    ['http is told each time', 'isToldOfHttp = true;', ''],
    ['http is not told', '!isToldOfHttp && !request.secure', 'false'],
  ]),
  ...expressMutationsOf('check/http/send.ts', 'check/https', [
    [
      'https is asked in clear',
      "url.protocol === 'https:' ? requestHttps : requestHttp",
      'requestHttp',
    ],
    ['any certificate is taken', 'agent: false,', 'agent: false, rejectUnauthorized: false,'],
  ]),
  ...expressMutationsOf('security/check-compression.ts', 'security/check-compression', [
    ['compression in its place is told of', 'response.write === before', 'false'],
    ['what compresses nothing is told of', "!response.hasHeader('Content-Encoding')", 'false'],
    ['compression is told each time', 'isTold = true;', ''],
    ['compression is not told', 'isTold || response.write', 'true || response.write'],
  ]),
  ...expressMutationsOf('routes/sign-in-route.ts', 'security/failed-guesses', [
    ['a right password is taken for a guess', 'markVerified(request);', ''],
  ]),
  ...expressMutationsOf('security/counted-requests.ts', 'security/failed-guesses', [
    ['a right password stays counted', 'await store.decrement(key)', 'return'],
    [
      'a guess of the next window is taken back',
      'resetTime === undefined || resetTime.getTime() > Date.now()',
      'true',
    ],
    [
      'a counter that fails is told to nobody',
      "this.#log('A right password stays counted: its counter failed.')",
      'undefined',
      'security/sign-in-limiters',
    ],
  ]),
  ...expressMutationsOf('security/sign-in-limiters.ts', 'security/sign-in-limiters', [
    [
      'what a counter says goes into the log',
      'message ?? (error instanceof Error ? error.name',
      'String(error) + (error instanceof Error ? error.name',
    ],
    ['a counter that fails is told past the log', 'logger: toLogger(log),', ''],
    ['an address may guess for ever', 'limit: signInLimits.perAddress', 'limit: 1e9'],
    ['an account may be tried for ever', 'limit: signInLimits.perAccount', 'limit: 1e9'],
    ['sign-ins that succeed count', 'statusCode !== 401', 'false'],
    ['no failure counts', 'statusCode !== 401', 'true'],
    [
      'a right password takes back a guess as well',
      '&& !counted.isTakenBack(request)',
      '',
      'security/failed-guesses',
    ],
    [
      'an address counts what nobody waits for',
      ', counted.note(addresses)',
      '',
      'security/failed-guesses',
    ],
    [
      'an account counts what nobody waits for',
      ', counted.note(names)',
      '',
      'security/failed-guesses',
    ],
    [
      'who names no account is not noticed',
      'checkAccount(accountOf(request))',
      'accountOf(request)',
      'security/failed-guesses',
    ],
    ['processes count apart', 'if (shared) return shared;', ''],
    ['names of accounts are kept', 'digest(accounts.get(', '(accounts.get('],
    [
      'the own sign-in of an app guesses at any address',
      '.use(byAddress, counted.note(addresses))',
      '',
    ],
    [
      'the own sign-in of an app guesses at any account',
      'remember, byAccount, counted.note(names)',
      'remember',
    ],
    [
      'a stray header is told of',
      'validate: { xForwardedForHeader: false, forwardedHeader: false },',
      '',
    ],
  ]),
];
