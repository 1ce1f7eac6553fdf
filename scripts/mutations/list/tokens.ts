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
    ['a clock that is off is believed', '(isOff ? issued : 0)', '0'],
    [
      'a stored token is taken for a new one',
      'isNew ? Math.abs(issued) > clockSkew : issued < -clockSkew',
      'Math.abs(issued) > clockSkew',
    ],
    ['a difference that is normal corrects', 'issued < -clockSkew', 'issued < 0'],
    [
      'a new token that is over calls for the next',
      'isNaN(end) || (isNew && end <= now)',
      'isNaN(end)',
    ],
    ['an end that is NaN has a timer', 'isNaN(end) || (isNew', '(isNew'],
    [
      'a short token calls for the next at once',
      'Math.min(refreshAhead, (expiresAt - now) / 2)',
      'refreshAhead',
    ],
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
  ...mutationsOf(`${FOLDER}/token-vault.ts`, 'with-tokens', [
    ['a token that has ended counts', 'expiresAt <= Date.now() && !this.#options.refresh', 'false'],
    ['rubbish stays in the storage', 'return this.#attempt(() => this.#storage?.remove());', ''],
    ['nobody is told of what was removed', "this.tell({ type: reason, source: 'local' });", ''],
    ['rubbish is told as an end', "return 'tokenIsMalformed';", "return 'tokenHasExpired';"],
    [
      'the token stays in memory alone',
      'this.#attempt(() => this.#storage?.set(token))',
      'undefined',
    ],
    [
      'a sign-out leaves the token of another tab',
      'return this.#forget(() => true);',
      'return this.drop();',
    ],
    ['the token of a sign-out is gone with it', 'this.leaving = this.token ?? this.leaving;', ''],
    [
      'an end takes the token of another tab along',
      'stored !== null && stored === token',
      'true',
      'token-life',
    ],
    [
      'what other tabs have stored is not looked at',
      'if (!isFirst && !this.#storage) return;',
      'if (!isFirst) return;',
      'token-life',
    ],
    [
      'a storage that fails stops the app',
      'fail(error);\n      return undefined;',
      'throw error;',
      'token-life',
    ],
    ['a storage that failed is asked again', 'this.#storage = null;', '', 'token-life'],
    ['a storage that hangs stops the app', 'this.#inTime(result)', 'result', 'token-life'],
    [
      'what comes while the page is open is old',
      'this.#toLease(token, !isFirst), ',
      'this.#toLease(token, false), ',
      'token-life',
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
  ...mutationsOf(`${FOLDER}/is-passing.ts`, 'token-life', [
    ['a network that is down is a refusal', 'error instanceof TypeError || ', ''],
    ['a refresh that hangs is a refusal', "error.code === 'timeout'", 'false'],
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
      'next === null || next === token ? throwError(() => error) : sendWith(next, true)',
      'next === null || next === token ? throwError(() => error) : this.send(request, send)',
    ],
    [
      'a request goes with the token of somebody else',
      'isBound && !isSamePerson(before, this.#person())',
      'false as boolean',
    ],
    ['a first look binds to nobody', 'if (!before.lease) before = this.#person();', ''],
    [
      'a 401 to a request without the token ends the session',
      'return isCarried || this.#refusals.get(refusal) === token;',
      'return true;',
    ],
    [
      'a 401 that was heard further in ends nothing',
      'return isCarried || this.#refusals.get(refusal) === token;',
      'return isCarried;',
    ],
    [
      'a 401 that is heard further in ends nothing',
      'return isCarried || this.#refusals.get(refusal) === token;',
      'return this.#refusals.get(refusal) === token;',
    ],
    [
      'a refresh that was refused leads to no sign-in page',
      'this.#refusals.set(refusal, token);\n        // After',
      '// After',
    ],
    ['the session goes on without a token', 'this.#refresh.end(token);\n        });', '});'],
    [
      'the session ends before its end is heard',
      'queueMicrotask(() => {\n          this.#refresh.end(token);\n        });',
      'this.#refresh.end(token);',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/is-same-person.ts`, 'is-same-person', [
    [
      'another sign-in counts for the same',
      'if (before.era !== null && before.era !== now.era) return false;',
      '',
    ],
    ['a sign-in that is under way never ends', 'before.era !== null && ', ''],
    [
      'every token is of the same person',
      'now.lease.claims.sub === before.lease.claims.sub',
      'true',
    ],
    ['nobody counts for the same', 'now.lease !== null && now.lease.', 'now.lease?.'],
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
  ...mutationsOf(`${FOLDER}/token-backend.ts`, 'with-tokens', [
    [
      'a sign-out goes without its token',
      'options, this.#vault.leaving)',
      'options, this.#vault.token)',
    ],
    ['cookies go along', 'withCredentials = false', 'withCredentials = true'],
    ["a caller's header is overwritten", 'if (!headers.has(name)) headers', 'headers'],
    [
      'without a token the server is asked',
      'if (!lease) {',
      'if (!lease) {\n          return super.fetch(options);',
    ],
    ['a tab without a token asks nobody', 'isSilent && token === null', 'false'],
    [
      'who was signed out without the server is brought back',
      'this.#refresh.isSilent && !isForgotten',
      'this.#refresh.isSilent',
      'token-refresh',
    ],
    [
      'the user of a token is never read anew',
      'this.#options.user && this.#refresh.isPossible',
      'false',
    ],
    [
      'who is here now is asked with the token of before',
      "method !== 'GET' || url !== this.#urls.updateUrl",
      'true',
      'token-interceptor',
    ],
    ['unauthenticate tells the server', 'if (data === NOT_TOLD)', 'if (false as boolean)'],
  ]),
  ...mutationsOf(`${FOLDER}/token-life.ts`, 'token-life', [
    [
      'a sign-out leaves the token',
      "if (reason === 'signedOut') void this.#vault.leave();",
      '',
      'with-tokens',
    ],
    ['an end leaves the token', "if (status === 'unauthenticated') void this.#vault.drop();", ''],
    ['nobody looks after a sleep', 'injectPageMoments({ returns: look, online: look });', ''],
    [
      'nothing is refreshed ahead',
      'isPossible ? lease.refreshAt : lease.expiresAt',
      'lease.expiresAt',
    ],
    [
      'the end comes in silence',
      "this.#vault.tell({ type: 'tokenHasExpired', source: 'local' });\n",
      '',
    ],
    ['the end does not come', "this.#state.end('local', 'unauthorized', new Date());", ''],
    ['a refresh that failed is not tried again', 'this.#wait(this.#retryDelay);', ''],
    [
      'it is tried again at the same pace',
      'Math.min(2 * this.#retryDelay, LONGEST_RETRY)',
      'this.#retryDelay',
    ],
    ['somebody else is not shown', 'if (!isAnother && !isSaidByToken) return;', 'return;'],
    [
      'a flicker at the start',
      'if (this.#options.user && this.#vault.token !== null) this.#update();',
      '',
      'with-tokens',
    ],
  ]),
];
