import { expressMutationsOf } from '../mutation.ts';

export const EXPRESS_ROUTES_MUTATIONS = [
  ...expressMutationsOf('ng-session.ts', 'routes/five-routes', [
    ['answers may be cached', "response.set('Cache-Control', 'no-store');", ''],
    ['no origin is allowed', 'router.use(cors);', '', 'security/allow-origins'],
    [
      'posts of other sites are not refused',
      'router.use(refuseForeignRequests(origins));',
      '',
      'security/refuse-foreign-requests',
    ],
    ['no token is asked for', 'router.use(requireXsrfToken);', '', 'security/require-xsrf-token'],
    [
      'the server is not looked at',
      'router.use(checkDeployment(options));',
      '',
      'security/session-cookie',
    ],
    [
      'no headers of helmet are set',
      'if (options.headers !== false) router',
      'if (false) router',
      'security/allow-origins',
    ],
    ['failures are left to Express', 'router.use(answerErrors(log));', '', 'ng-session'],
  ]),
  ...expressMutationsOf('routes/session-routes.ts', 'routes/five-routes', [
    [
      'a parser of the app lifts the limit of session data',
      '> dataLimit) {',
      '> Infinity) {',
      'lifecycle/load-session',
    ],
    [
      'the session route answers nobody',
      "routes.get('/session', requireSession(), ",
      "routes.get('/session', ",
    ],
    ['nobody is refreshed', "routes.put('/session', requireSession(), ", "routes.put('/session', "],
    ['data of any kind is taken', 'parseSessionData(request.body)', 'request.body'],
    [
      'data of somebody else is taken',
      'refuseForeignData(request, data);',
      '',
      'lifecycle/refuse-foreign-data',
    ],
    [
      'a change of a session that has ended looks stored',
      'if (sessionOf(request).isOver) {',
      'if (false) {',
      'lifecycle/dead-cookie',
    ],
    [
      'a change of a session that ends meanwhile looks stored',
      'await commitSession(request);',
      '',
      'routes/late-data',
    ],
    [
      'messages are not told',
      'messages === null ? user : { ...user, flash: messages }',
      'user',
      'flash/flash-messages',
    ],
  ]),
  ...expressMutationsOf('routes/sign-in-route.ts', 'routes/five-routes', [
    ['nobody is let in', 'if (user === null) throw', 'if (false) throw'],
    [
      'no sign-in is limited',
      'limit(accountOf),',
      '(request, _response, next) => next(accountOf(request) && undefined),',
      'security/sign-in-limiters',
    ],
    [
      'a sign-in may be of any size',
      'json({ limit: BODY_LIMIT })',
      "json({ limit: '1mb' })",
      'options/parse-email-and-password',
    ],
    ['the app greets nobody', 'request.flash(messages);', ';', 'flash/flash-messages'],
  ]),
  ...expressMutationsOf('routes/collection-routes.ts', 'collection/session-collection', [
    ['anybody lists sessions', "routes.use('/sessions', requireSession());", ''],
    ['a session that is not there was ended', 'if (!wasThere) throw', 'if (false) throw'],
    [
      'who ends all others ends their own',
      'await sessions.revokeAll(userIdOf(request), request.sessionID);',
      'await sessions.revokeAll(userIdOf(request));',
    ],
  ]),
  ...expressMutationsOf('collection/session-collection.ts', 'collection/session-collection', [
    ['a session is listed by its id', 'id: toHandle(id),', 'id,'],
    ['a session is ended by its id', 'toHandle(id) === handle', 'id === handle'],
    ['no session is the current one', 'current: id === currentId', 'current: false'],
    [
      'sessions that are over are listed',
      '.filter(({ session }) => timeLeft(session, this.#options) > 0)',
      '',
    ],
    ['ending one ends all', 'await this.#destroy([one]);', 'await this.#destroy(found);'],
    [
      'the list is in no order',
      '.sort((one, other) => other.lastSeenAt.localeCompare(one.lastSeenAt))',
      '',
    ],
  ]),
  ...expressMutationsOf('flash/flash-messages.ts', 'flash/flash-messages', [
    [
      'messages are never forgotten',
      'taken = messages;\n    return session;',
      'taken = messages;\n    return { ...session, flash: messages };',
    ],
    ['messages take the place of others', '{ ...this.session.flash, ...kept }', 'kept'],
    [
      'what was read is told, not what is there',
      'return isPlainObject(taken) ?',
      'taken ??= {};\n  return true ?',
    ],
  ]),
  ...expressMutationsOf('access/has-role.ts', 'access/has-role', [
    ['no role is every role', 'if (own.length === 0 || roles.length === 0) return false;', ''],
    [
      'all is any',
      'roles.every((role) => own.includes(role))',
      'roles.some((role) => own.includes(role))',
    ],
    ['any is all', ': roles.some(', ': roles.every('],
    [
      'what is no text counts',
      "list.every((role) => typeof role === 'string') ? list : []",
      'list',
    ],
  ]),
  ...expressMutationsOf('access/require-role.ts', 'access/requirements', [
    [
      'nobody has every role',
      'if (user === null) {',
      'if (user === null) return next();\n    if (false) {',
    ],
    ['every role is there', 'hasRole(session.roles(user), roles, options)', 'true'],
    ['all is not passed on', 'roles, options)', 'roles)'],
  ]),
  ...expressMutationsOf('access/require-session.ts', 'access/requirements', [
    ['anybody is somebody', 'sessionOf(request).user !== null', 'true'],
  ]),
  ...expressMutationsOf('access/require-fresh.ts', 'access/requirements', [
    ['everybody is fresh', 'Date.now() - signedInAt <= milliseconds', 'true'],
    ['nobody is fresh enough to be asked', 'if (user === null) {', 'if (false) {'],
    ['it is told as a sign-out', 'response.status(403)', 'response.status(401)'],
  ]),
  ...expressMutationsOf('lifecycle/answer-failure.ts', 'lifecycle/answer-errors', [
    ['messages of errors are logged', 'error.constructor.name;', 'error.message;'],
    ['a message passes for a place', ".replace(error.message, '')", ''],
    ['failures are not logged', 'if (status >= 500) logFailure', 'if (false) logFailure'],
    ['what the client did is logged', 'if (status >= 500)', 'if (status >= 400)'],
    [
      'the path is what a router has left of it',
      'pathOf(request)',
      'request.path',
      'lifecycle/failing-store',
    ],
    [
      'cookies of a session that is not stored are sent',
      ", 'Set-Cookie']",
      ']',
      'lifecycle/answer-errors',
    ],
    [
      'nobody knows when to try again',
      "if (status === 503) response.set('Retry-After', SECONDS_UNTIL_RETRY);",
      '',
      'lifecycle/failing-store',
    ],
    [
      'a store that is away is a fault of the server',
      "{ status: 503, body: { error: 'Sessions",
      "{ status: 500, body: { error: 'Sessions",
      'lifecycle/failing-store',
    ],
    [
      'what the store has refused is tried once more',
      'if (error instanceof SessionError) abandonSession(request);',
      '',
      'lifecycle/failing-store',
    ],
  ]),
  ...expressMutationsOf('lifecycle/answer-errors.ts', 'lifecycle/answer-errors', [
    ['what is thrown after the first byte looks whole', 'response.destroy();', 'response.end();'],
    ['what is thrown after the first byte is not logged', 'logFailure(error, request, log);', ''],
  ]),
  ...expressMutationsOf('options/resolve-options.ts', 'options/resolve-options', [
    [
      'false is somebody',
      "typeof found === 'object' ? found : null",
      'found ?? null',
      'options/resolve-options',
    ],
    [
      'an account without a name is not counted',
      "typeof name === 'string' && name !== ''",
      "typeof name === 'string'",
      'options/resolve-options',
    ],
    [
      'other names of production are careless',
      "!['', 'development', 'test'].includes(process.env['NODE_ENV'] ?? '')",
      "process.env['NODE_ENV'] === 'production'",
    ],
    ['kinds are not checked', 'checkKinds(options);', ''],
    ['any name of a cookie is taken', "/^[\\w!#$%&'*+.^`|~-]+$/.test(cookieName)", 'true'],
    ['a cookie that browsers drop is taken', "sameSite === 'none' && !secure", 'false'],
    ['a prefix that browsers refuse is taken', "cookieName.startsWith('__') && !secure", 'false'],
    ['a subdomain can plant a cookie', "'__Host-' : ''", "'' : ''", 'security/session-cookie'],
    [
      'a cookie of production goes over http',
      'secure = isProduction } = cookie',
      'secure = false } = cookie',
    ],
    ['any prefix is taken', '/^(\\/[\\w.~-]+)*$/.test(prefix)', 'true'],
    ['a limit may be nothing', 'Number.isSafeInteger(value) && value >= 1', 'true'],
    ['a window may be longer than a timer', 'window <= LONGEST_WINDOW', 'true'],
    [
      'accounts are told apart by their spelling',
      'credentials.email.trim().toLowerCase()',
      'credentials.email',
      'security/sign-in-limiters',
    ],
    [
      'what is sealed is sealed by a secret of the process',
      '{ secrets: given, cookieName',
      '{ secrets: [secretOfProcess(log)], cookieName',
    ],
    [
      'sessions that are off are stored',
      'options.enabled === false',
      'false',
      'lifecycle/session-age',
    ],
    [
      'a user needs no id',
      "typeof id === 'string' || typeof id === 'number'",
      'true',
      'lifecycle/start-session',
    ],
  ]),
  ...expressMutationsOf('options/check-secrets.ts', 'options/resolve-options', [
    ['production needs no secret', 'secrets.length === 0 && isProduction', 'false'],
    ['short secrets are taken', 'one.length < MIN_LENGTH', 'false'],
  ]),
  ...expressMutationsOf('options/secret-of-process.ts', 'options/resolve-options', [
    ['a secret that everybody knows', "randomBytes(32).toString('base64url')", "'x'.repeat(43)"],
    ['a secret of its own is not told', 'log(OF_PROCESS);', ''],
  ]),
  ...expressMutationsOf('stores/stores.ts', 'options/resolve-options', [
    ['processes share a Redis, and no secret', 'secrets.length === 0', 'false'],
  ]),
  ...expressMutationsOf('options/check-origins.ts', 'options/resolve-options', [
    [
      'what is no origin is taken',
      "url === null || !['http:', 'https:'].includes(url.protocol)",
      'url === null',
    ],
    ['an origin with a path is taken', 'url.origin !== value', 'false'],
    ['production is open on the way', "url.protocol === 'http:' && !isLocal", 'false && !isLocal'],
    ['what begins like this machine is this machine', '\\[::1\\])$/', '\\[::1\\])/'],
  ]),
  ...expressMutationsOf('options/check-allowed-headers.ts', 'options/resolve-options', [
    ['any header is allowed by a star', '/^[\\w-]+$/.test(header)', 'true'],
    ['a text is a list of headers', 'Array.isArray(headers) && headers.every(isName)', 'true'],
  ]),
  ...expressMutationsOf('options/parse-duration.ts', 'options/resolve-options', [
    ['a duration may be nothing', 'milliseconds >= 1 &&', ''],
    ['a duration may be without end', '&& milliseconds <= LONGEST', ''],
  ]),
  ...expressMutationsOf('options/parse-email-and-password.ts', 'options/parse-email-and-password', [
    ['a password of any length is hashed', 'value.length > MAX_LENGTH', 'false'],
    ['spaces are an email', "value.trim() === ''", "value === ''"],
  ]),
];
