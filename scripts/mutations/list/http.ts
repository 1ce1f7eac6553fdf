import { mutationsOf } from '../mutation.ts';

export const HTTP_MUTATIONS = [
  ...mutationsOf('backend/http-session-backend.ts', 'credentials-interceptor', [
    ['session requests carry no credentials', 'withCredentials: true', 'withCredentials: false'],
    [
      'session requests have no time limit',
      'timeout: this.#config.timeout,',
      '',
      'session-service.update',
    ],
    [
      'session requests carry no XSRF header',
      `this.#xsrf.addTo(
          headers instanceof HttpHeaders ? headers : new HttpHeaders(headers),
          method,
        )`,
      'headers',
    ],
    ['the token of a good answer is not remembered', 'next: remember, ', ''],
    ['the token of a failure is not remembered', ', error: remember', ''],
    [
      'the context of the caller is marked as ours',
      'new HttpContext().set(SESSION_REQUEST, true)',
      '(options.context ?? new HttpContext()).set(SESSION_REQUEST, true)',
      'unauthorized-interceptor',
    ],
    [
      'the context of the caller is lost',
      'context.set(token, options.context?.get(token));',
      '',
      'session-service.update',
    ],
    [
      'a change that worked fails for what it answers',
      "method !== 'GET' && String(error.status).startsWith('2')",
      'false',
      'session-service.operations',
    ],
    ['a page instead of a user means nobody', "method !== 'GET' && ", '', 'session-service.update'],
    [
      'a change that failed counts as done',
      "String(error.status).startsWith('2')",
      'true',
      'session-service.operations',
    ],
  ]),

  ...mutationsOf('backend/xsrf-token.ts', 'credentials-interceptor', [
    [
      'an answer without a token forgets the last',
      'headers?.get(HEADER) ?? this.#fromServer',
      'headers?.get(HEADER) ?? null',
    ],
    ['the cookie is not read', 'this.#cookie.getToken() ?? this.#fromServer', 'this.#fromServer'],
    [
      'the cookie comes second',
      'this.#cookie.getToken() ?? this.#fromServer',
      'this.#fromServer ?? this.#cookie.getToken()',
    ],
    ['the header of the caller is overwritten', 'headers.has(HEADER) || ', ''],
  ]),
  ...mutationsOf('backend/is-safe-method.ts', 'credentials-interceptor', [
    ['the token goes along with GET', '(GET|HEAD', '(HEAD'],
    ['the token goes along with HEAD', '|HEAD|', '|'],
    ['the token goes along with OPTIONS', '|OPTIONS|', '|'],
    ['the token goes along with JSONP', '|JSONP)', ')'],
  ]),

  ...mutationsOf('http/credentials-interceptor.ts', 'credentials-interceptor', [
    ['every origin gets credentials', 'inject(OwnOrigins).has(request.url)', 'true'],
    [
      'foreign origins get the XSRF header',
      'return next(request);',
      'return next(request.clone({ headers: inject(XsrfToken).addTo(request.headers, request.method) }));',
    ],
    ["a caller's omit is ignored", "request.credentials !== 'omit' && ", ''],
    ['our origins get no credentials', '{ headers, withCredentials: true }', '{ headers }'],
    [
      'our origins get no XSRF header',
      '{ headers, withCredentials: true }',
      '{ withCredentials: true }',
    ],
  ]),

  ...mutationsOf('http/unauthorized-interceptor.ts', 'unauthorized-interceptor', [
    [
      "the session's own requests are known by their URL only",
      'request.context.get(SESSION_REQUEST) ||',
      '',
    ],
    ['signInUrl is not exempt', '[config.signInUrl, ', '['],
    ['signOutUrl is not exempt', ' config.signOutUrl,', ''],
    ['updateUrl is not exempt', ', config.updateUrl]', ']'],
    ['requests without the cookie end the session', 'isBare || ', ''],
    ['third parties end the session', '|| !inject(OwnOrigins).has(request.url)', ''],
    ['every failure ends the session', 'error.status === 401', 'true'],
    ['a 403 ends the session', 'error.status === 401', '[401, 403].includes(error.status)'],
    ['a 401 ends nothing', "state.end('server', 'unauthorized', new Date());", ''],
    ['a 401 of another era counts', 'era !== state.era || ', ''],
    ['a 401 sends guests away too', '|| !untracked(state.user)', ''],
    ['it is told as a sign-out', "'unauthorized', new Date()", "'signedOut', new Date()"],
    ['it is told as of this tab', "state.end('server'", "state.end('local'"],
    ['nobody is led to the sign-in page', 'if (target) ', 'if (false) '],
    ['each of many 401s ends a session', 'era !== state.era || !untracked(state.user)', 'false'],
  ]),
];
