import { mutationsOf } from '../mutation.ts';

export const DEV_WARNINGS_MUTATIONS = [
  ...mutationsOf('access/session-guard.ts', 'warn-of-unknown', [
    ['nobody hears why all are refused', 'if (ngDevMode) warnOfUnknown(injector, session);', ''],
  ]),
  ...mutationsOf('access/dev-warnings/warn-of-unknown.ts', 'warn-of-unknown', [
    ['a bad network later is told too', "untracked(session.status) !== 'error' || ", ''],
  ]),

  ...mutationsOf('config/dev-warnings.ts', 'cookie-watch', [
    ['nothing is told', 'console.warn(warning);', ''],
    ['a warning is told again and again', '|| this.#told.has(warning)', ''],
    ['a server that renders warns', '!this.#isBrowser || ', ''],
  ]),

  ...mutationsOf('backend/session-backend.ts', 'cookie-watch', [
    ['nothing is watched', 'ngDevMode ? inject(WatchedSessionBackend) : ', ''],
  ]),

  ...mutationsOf('backend/dev-warnings/watched-session-backend.ts', 'cookie-watch', [
    ['reads are not checked', 'check(answer);', ''],
    ['failures are not looked at', 'next: answered, error: answered', 'next: answered'],
    ['answers are not looked at', 'next: answered, error: answered', 'error: answered'],
    ['answers of interceptors count', 'if (!answer.url) return;', ''],
    [
      'answers of interceptors count as those of a server',
      'if (!answer.url) return;',
      '',
      'interceptor-watch',
    ],
    [
      'a lost connection counts as an answer',
      'if (answer.status) this.#interceptor',
      'this.#interceptor',
      'interceptor-watch',
    ],
    [
      'a sign-in that was refused counts',
      'tap(() => this.#cookie.signedIn())',
      'tap({ error: () => this.#cookie.signedIn(), next: () => this.#cookie.signedIn() })',
    ],
    [
      'what another sign-in overtakes counts',
      'this.#cookie.changing();\n    return this.#backend.signIn',
      'return this.#backend.signIn',
    ],
    [
      'what a sign-out overtakes counts',
      'this.#cookie.changing();\n    return this.#backend.signOut',
      'return this.#backend.signOut',
    ],
  ]),

  ...mutationsOf('backend/dev-warnings/cookie-watch.ts', 'cookie-watch', [
    ['every read counts as the first', 'if (isFirst && turn', 'if (turn'],
    ['every read after a sign-in counts', 'this.#hasSignedIn = false;\n    return', 'return'],
    ['what is overtaken counts', ' && turn === this.#turn', ''],
    ['a 401 is not known for nobody', 'return answer.status === 401;', 'return false;'],
    ['every failure means nobody', 'return answer.status === 401;', 'return true;'],
    ['no user is not known for nobody', '(answer.body ?? null) === null ||', ''],
    ['parseUser is not asked', ' || this.#config.parseUser(answer.body) === null', ''],
    [
      'a bad answer means nobody',
      'tells about itself.\n      return false;',
      'tells about itself.\n      return true;',
    ],
    [
      'a lost connection on the own origin is CORS',
      "siteRelation(page, api) !== 'same-origin' &&",
      '',
    ],
    ['a lost connection offline is CORS', 'defaultView?.navigator.onLine', 'true'],
    [
      'a time-out is CORS',
      "return (answer.error as Error | null)?.name !== 'TimeoutError';",
      'return true;',
    ],
    ['a fault of the server is CORS', '|| answer.status !== 0', ''],
    ['no lost connection is CORS', 'answer.status !== 0', 'true'],
  ]),

  ...mutationsOf('backend/dev-warnings/cookie-causes.ts', 'cookie-causes', [
    ['an API over https may lack https', "if (api.protocol !== 'http:') return [];", ''],
    ['one host may be two sites', 'page.hostname === api.hostname', 'false'],
    ['names of one machine need SameSite', 'isLoopback(page) && isLoopback(api)', 'false'],
    ['each API is on this machine', 'isLoopback(page) && isLoopback(api)', 'isLoopback(page)'],
    ['SameSite=None works over http', "api.protocol === 'http:'", 'false'],
    [
      'one origin knows credentials',
      "relation === 'same-origin' ? [] : [UNCREDENTIALED]",
      '[UNCREDENTIALED]',
    ],
  ]),

  ...mutationsOf('backend/dev-warnings/site-relation.ts', 'site-relation', [
    ['one origin is two', "if (page.origin === api.origin) return 'same-origin';", ''],
    ['all is one site', 'siteOf(page.hostname) !== siteOf(api.hostname)', 'false'],
    [
      'each host is a site',
      'siteOf(page.hostname) !== siteOf(api.hostname)',
      'page.hostname !== api.hostname',
    ],
    ['schemes do not matter', 'page.protocol === api.protocol', 'true'],
    ['addresses are domains', '/^[\\d.]+$|^\\[/.test(hostname)', 'false'],
    ['a country is a domain', '([^.]+\\.)?[^.]{1,3}\\.[^.]{2}$|', ''],
  ]),

  ...mutationsOf('backend/dev-warnings/interceptor-watch.ts', 'interceptor-watch', [
    ['it is told although it is there', 'this.#hasRun || ', ''],
    ['it is told where all is on one origin', ' || !origin', ''],
    ['the own origin is another one', 'origin && origin !== location.origin', 'origin'],
    ['apiOrigins do not matter', ', ...apiOrigins]', ']'],
    ['updateUrl does not matter', '[updateUrl, signInUrl', '[signInUrl'],
    ['signInUrl does not matter', ' signInUrl, signOutUrl, ...', ' signOutUrl, ...'],
    ['signOutUrl does not matter', ' signOutUrl, ...', ' ...'],
  ]),

  ...mutationsOf('http/credentials-interceptor.ts', 'interceptor-watch', [
    ['the interceptor leaves no mark', 'if (ngDevMode) inject(InterceptorWatch).hasRun();', ''],
  ]),

  ...mutationsOf('access/dev-warnings/warn-of-circle.ts', 'warn-of-circle', [
    [
      'what canMatch leaves to the next route is told as a circle',
      'if (Array.isArray(state)) return;',
      '',
    ],
  ]),

  ...mutationsOf('provide-ng-session.ts', 'page-watch', [
    ['nobody looks out for pages', 'if (ngDevMode) inject(PageWatch).start();', ''],
  ]),

  ...mutationsOf('session/dev-warnings/page-watch.ts', 'page-watch', [
    [
      'whoever types an address counts',
      'isLed = isRedirect || this.#carriesReturnUrl(router, event.url);',
      'isLed = true;',
    ],
    ['an interceptor leads nowhere', ' || this.#carriesReturnUrl(router, event.url)', ''],
    ['a guard leads nowhere but to the sign-in page', 'isLed = isRedirect || ', 'isLed = '],
    ['a redirect counts for all that follow', 'isRedirect = false;\n      }', '}'],
    [
      'every cancelled navigation leads',
      'event.code === NavigationCancellationCode.Redirect',
      'true',
    ],
    ['a route that can not be loaded counts as none', ' && hasNoMatch(event.error)', ''],
    ['every page that is shown counts as none', ' && isCaughtByWildcard(router)', ''],
    ['** counts as a page', "=== '**'", "=== '***'"],
    ['any page may be missing', 'if (path !== pathOf(router, url)) continue;', ''],
    ['the query is part of the page', ".split(/[?#]/, 1)[0] ?? ''", ''],
    ['what is not known yet counts', 'if (!isKnown(untracked(this.#state.snapshot))) return;', ''],
    [
      'what ** loads counts as **',
      'for (let next = primaryOf(leaf); next; next = primaryOf(leaf)) leaf = next;',
      'for (let next = primaryOf(leaf); next && leaf.routeConfig?.path !== "**"; next = primaryOf(leaf)) leaf = next;',
    ],
  ]),
];
