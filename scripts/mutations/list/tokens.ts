import { mutationsOf } from '../mutation.ts';

const FOLDER = 'features/tokens';

export const TOKEN_MUTATIONS = [
  ...mutationsOf(`${FOLDER}/decode-token.ts`, 'decode-token', [
    ['what no header can carry is a token', 'SHAPE.test(token) && ', ''],
    [
      'claims may be anything',
      'if (isPlainObject(claims)) return claims;',
      'return claims as Claims;',
    ],
    [
      'the message quotes what is in a token',
      '} catch {',
      "} catch (error) {\n    throw new SessionError('invalid-token', String(error), error);",
    ],
  ]),
  ...mutationsOf(`${FOLDER}/get-token-expiration-date.ts`, 'decode-token', [
    ['an end that no clock knows is one', 'isNaN(+date) ? null : date', 'date'],
    [
      'an end may be a string',
      "typeof exp === 'number' ? exp * 1000 : NaN",
      '(exp as number) * 1000',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/is-token-expired.ts`, 'decode-token', [
    ['a token that ends now has not ended', '!(+end > Date.now()', '!(+end >= Date.now()'],
    [
      'an offset that is none is a no',
      '!(+end > Date.now() + toMilliseconds(offset))',
      '+end <= Date.now() + toMilliseconds(offset)',
    ],
    ['what is no token has not ended', 'return true;', 'return false;'],
    ['a token without an end has ended', 'end !== null && ', ''],
  ]),
  ...mutationsOf(`${FOLDER}/token-lease.ts`, 'token-lease', [
    ['a clock that is off is believed', 'toTime(claims.exp) + ahead', 'toTime(claims.exp)'],
    [
      'a stored token is taken for a new one',
      'isNew ? Math.abs(issued) > clockSkew : clockAhead - issued > clockSkew',
      'Math.abs(issued) > clockSkew',
    ],
    [
      'a difference that is normal corrects',
      'clockAhead - issued > clockSkew',
      'clockAhead > issued',
    ],
    ['a stored token puts the clock right', 'isNew && !isNaN(issued) ? 0 : clockAhead', '0'],
    [
      'a clock that was put right is off for ever',
      'isNew && !isNaN(issued) ? 0 : clockAhead',
      'clockAhead',
    ],
    ['a new token that is over calls for the next', 'isNaN(end) || isWrong', 'isNaN(end)'],
    ['an end that is NaN has a timer', 'isNaN(end) || isWrong', 'isWrong'],
    ['a clock that is wrong is right for a stored one', 'isWrong ? Infinity : ahead', 'ahead'],
    [
      'a short token calls for the next at once',
      'Math.min(refreshAhead, (expiresAt - now) / 2)',
      'refreshAhead',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/is-same-subject.ts`, 'is-same-subject', [
    [
      'tokens that do not say whose they are are of one person',
      'sub === undefined && other === undefined ? null : sub === other',
      'sub === other',
    ],
    ['a token that does not say whose it is is of anybody', '&& other === undefined', ''],
  ]),
  ...mutationsOf(`${FOLDER}/parse-body.ts`, 'parse-body', [
    ['a prefix is no JSON', ".replace(/^\\)\\]\\}',?\\n/, '')", ''],
    ['a line is no token', 'body.trim()', 'body'],
  ]),
  ...mutationsOf('features/tokens/open-token-storage.ts', 'with-tokens', [
    [
      'the storage of the tab is that of all',
      'window.localStorage : window.sessionStorage',
      'window.localStorage : window.localStorage',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/resolve-tokens.ts`, 'with-tokens', [
    [
      'any storage will do',
      "['memory', 'session', 'local'].includes(storage as string) || isStorage(storage)",
      'true',
    ],
    ['any duration will do', 'refreshAhead >= 0 && clockSkew >= 0', 'true'],
    ['any header will do', "/^[\\w!#$%&'*+.^`|~-]+$/.test(headerName) && ", ''],
    ['any scheme will do', ' && /^[\\x20-\\x7e]*$/.test(scheme)', ''],
    ['an origin with a path or a star will do', ' && /^\\w+:\\/\\/[^/?#*]+\\/?$/.test(origin)', ''],
    [
      'a tab takes its token for that of all',
      "storage !== 'memory' && storage !== 'session'",
      'true',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/token-refresh.ts`, 'token-refresh', [
    [
      'each who asks refreshes',
      'this.#running ??= this.#start(source)',
      'this.#running = this.#start(source)',
      'token-interceptor',
    ],
    [
      'tabs refresh at the same time',
      '(locks ? alone(locks, this.#options.name, work, this.#timeout) : work())',
      'work()',
    ],
    ['a lock is waited for as long as it takes', 'work, this.#timeout)', 'work, 60_000)'],
    [
      'what another tab has done is done again',
      '// Another tab may have done it.\n    if (!(await this.#isStill(asked))) return true;',
      '',
    ],
    [
      'a late answer brings somebody back',
      '// Signed out meanwhile, or in as somebody else: what comes too late brings nobody back.\n    if (!(await this.#isStill(asked))) return true;',
      '',
      'token-interceptor',
    ],
    ['an application that has ended writes', '!this.#destroyRef.destroyed && ', ''],
    [
      'the same token is a new one',
      'if (fresh !== null && fresh === token && !isOver) throw sameAgain();',
      '',
      'token-life',
    ],
    ['a bad network ends the session', 'if (isPassing(error)) throw error;', '', 'token-life'],
    [
      'a refresh that hangs is waited for',
      'this.#inTime(this.#call(token))',
      'this.#call(token)',
      'token-life',
    ],
    [
      'a refusal ends nothing',
      'return false;\n  }\n\n  /** Whether it is still',
      'return true;\n  }\n\n  /** Whether it is still',
      'token-interceptor',
    ],
    ['the requests of a refresh wait for it', 'this.isAsking = true;', '', 'token-interceptor'],
    [
      'the end is not told',
      "if (isOver) this.#vault.tell({ type: 'tokenHasExpired', source: 'local' });",
      '',
      'with-tokens',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/token-targets.ts`, 'token-interceptor', [
    [
      'own origins get the token though others are allowed',
      'this.#allowed\n      ? origin !== null && this.#allowed.includes(origin)\n      : this.#ours.has(url)',
      'this.#ours.has(url)',
    ],
    ['every origin gets the token', 'return isAllowed && ', 'return '],
    [
      'disallowed routes get it',
      'isAllowed && !this.#options.disallowedRoutes.some((route) => this.#isOf(route, url))',
      'isAllowed',
    ],
    ['a pattern goes on where it was found last', 'url.search(route) >= 0', 'route.test(url)'],
    ['a query makes another route', 'one.pathname === other.pathname', 'one.href === other.href'],
    ['a route is one of every origin', 'one.origin === other.origin && ', ''],
  ]),
  ...mutationsOf(`${FOLDER}/token-access.ts`, 'token-interceptor', [
    [
      'a token that is over is sent',
      'if (now >= lease.expiresAt) return this.#orEnd(refreshed, lease.token);',
      '',
    ],
    [
      'every failure refreshes',
      'if (token === null || !isUnauthorized(error)) throw error;',
      'if (token === null) throw error;',
    ],
    ['an old token has another refreshed', ' && this.#vault.token === token\n', '\n'],
    [
      'it is tried for ever',
      'next === null || next === token ? throwError(() => error) : send(next, true)',
      'next === null || next === token ? throwError(() => error) : this.send(request, send)',
    ],
    ['the session goes on without a token', 'this.#refresh.end(token);\n        });', '});'],
    [
      'the session ends before its end is heard',
      'queueMicrotask(() => {\n          this.#refresh.end(token);\n        });',
      'this.#refresh.end(token);',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/token-interceptor.ts`, 'token-interceptor', [
    ["the session's own requests need a token", 'context.get(SESSION_REQUEST) ||', ''],
    ['a caller can not do without', 'context.get(SKIP_TOKEN) ||', ''],
    ["a caller's header is overwritten", 'headers.has(options.headerName) ||', ''],
    ['every URL gets the token', '!inject(TokenTargets).has(url)', 'false'],
    [
      'an interceptor further in ends the session',
      'if (!isLast && refresh.isPossible) context.set(SESSION_REQUEST, true);',
      '',
    ],
    ['no interceptor ever ends the session', 'context.delete(SESSION_REQUEST);', ''],
    [
      'requests without a token are sent',
      'options.throwNoTokenError ? throwError(noToken) : next(request)',
      'next(request)',
    ],
  ]),
];
