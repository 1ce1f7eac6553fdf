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
    ['any duration will do', 'duration >= 0 && ', ''],
    ['a duration may never end', ' && duration < Infinity', ''],
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
      'a refresh for the token of before stands for one of this token',
      'if (this.#running && this.#begunIn !== this.#vault.turn) {',
      'if (false as boolean) {',
      'with-tokens.identity',
    ],
    [
      'a sign-in goes before the answer to a refresh',
      'this.#asking = answer;',
      '',
      'with-tokens.identity',
    ],
    [
      'what was answered long ago is waited for',
      '} finally {\n      this.#asking = null;\n    }',
      '}',
      'with-tokens.leaving',
    ],
    [
      'tabs refresh at the same time',
      '(locks ? alone(locks, this.#options.name, work, PATIENCE * this.#timeout) : work())',
      'work()',
    ],
    [
      'a lock is waited for as long as it takes',
      'work, PATIENCE * this.#timeout)',
      'work, 60_000)',
    ],
    [
      'what another tab has told is told of a refresh from before',
      'await this.settled;',
      '',
      'token-refresh.refused',
    ],
    [
      'a refusal outlives the sign-in of another tab',
      'this.#silentUntil = 0;\n    this.#pause.end();',
      '',
      'token-refresh.refused',
    ],
    [
      'news has a page ask though somebody has signed out of it',
      'if (token === null) return;',
      '',
      'with-tokens.leaving',
    ],
    [
      'a tab trusts its own token',
      "if (!(await this.run('tab'))) await this.end(token, 'tab');",
      "await this.run('tab');",
      'session-modes',
    ],
    [
      'a refusal is forgotten',
      'if (token !== null && token === this.#refused) return false;',
      '',
      'token-refresh.refused',
    ],
    [
      'who was refused asks without a token',
      'if (token === null && isTooSoon(this.#silentUntil, Date.now())) return true;',
      '',
      'token-refresh.refused',
    ],
    [
      'a refusal holds for ever',
      'Date.now() + SILENCE',
      'Date.now() + 60_000',
      'token-refresh.refused',
    ],
    ['each request asks a server that is not well', 'this.#pause.check();', '', 'refresh-pause'],
    [
      'a failure brings no pause',
      'if (!this.#destroyRef.destroyed) this.#pause.begin(failure);',
      '',
      'refresh-pause',
    ],
    [
      'an application that has ended keeps others from asking',
      'if (!this.#destroyRef.destroyed) this.#pause',
      'this.#pause',
    ],
    [
      'a pause never ends',
      'throw this.#mayPass(sameAgain());\n    this.#pause.end();',
      'throw this.#mayPass(sameAgain());',
      'refresh-pause',
    ],
    ['what another tab has done is done again', 'if (!this.#isStill(asked)) return true;', ''],
    [
      'what another tab has stored while this one waited is not found',
      'await this.#vault.look();\n    // Another',
      '// Another',
    ],
    [
      'a late answer brings back whom another tab has signed out',
      'await this.#vault.look();\n    // Signed out',
      '// Signed out',
    ],
    [
      'a late answer brings somebody back',
      '!this.#isStill(asked) || this.#destroyRef.destroyed',
      'this.#destroyRef.destroyed',
      'token-interceptor',
    ],
    ['an application that has ended writes', ' || this.#destroyRef.destroyed', ''],
    [
      'the same token is a new one',
      'if (fresh !== null && fresh === token && !isOver) throw this.#mayPass(sameAgain());',
      '',
      'token-life',
    ],
    [
      'a bad network ends the session',
      'if (isPassing(error)) throw this.#mayPass(error);',
      '',
      'token-life',
    ],
    [
      'a refresh that hangs is waited for',
      'const answer = this.#inTime(',
      'const answer = (',
      'token-life',
    ],
    [
      'a refusal ends nothing',
      'return false;\n  }\n\n  /** Whether it is still',
      'return true;\n  }\n\n  /** Whether it is still',
      'token-interceptor',
    ],
    [
      'the session ends before its end is heard',
      'await Promise.resolve();',
      '',
      'token-interceptor',
    ],
    [
      'the end is not told',
      "if (isOver) this.#vault.tell({ type: 'tokenHasExpired', source: 'local' });",
      '',
      'with-tokens',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/app-calls.ts`, 'token-interceptor', [
    ['the requests of a function of the app wait for it', 'this.isUnderWay = true;', ''],
    ['every request after one goes without a token', 'this.isUnderWay = false;', ''],
  ]),
  ...mutationsOf(`${FOLDER}/refresh-pause.ts`, 'refresh-pause', [
    ['pauses do not grow', 'FIRST * 2 ** (failures - 1)', 'FIRST'],
    [
      'pauses grow for ever',
      'Math.min(FIRST * 2 ** (failures - 1), LONGEST)',
      'FIRST * 2 ** (failures - 1)',
    ],
    ['all come back at once', ' * (1 - random / 2)', ''],
    [
      'what the server wants is not heard',
      'Math.max(own, retryAfter(failure, now, random))',
      'own',
    ],
    ['other tabs do not wait', 'if (isTooSoon(theirs, now)) throw tooSoon();', ''],
    ['what is shared stays', 'shared?.remove()', 'undefined'],
    ['every storage is used', "storage === 'local' ?", 'true ?'],
    ['a blocked storage stops the refresh', '} catch {', '} catch (error) {\n    throw error;'],
    [
      'the network is back, and nobody asks',
      'if (isTooSoon(retryAt, now) && !retryAfter(last, now)) end();',
      '',
    ],
    [
      'the network is back, and the server is asked too soon',
      ' && !retryAfter(last, now)) end();',
      ') end();',
    ],
    [
      'the network is back, and another tab asks too soon',
      'if (isTooSoon(retryAt, now) && ',
      'if (',
    ],
    [
      'a clock that was set back is waited for',
      'if (isTooSoon(retryAt, now)) throw',
      'if (retryAt > now) throw',
    ],
  ]),
  ...mutationsOf('features/page/alone.ts', 'alone', [
    [
      'tabs work at the same time',
      '.request(`${name}:line`, line, next)',
      '.request(`${name}:line`, line, async () => undefined)',
    ],
    [
      'the whole line loses patience at once',
      'await locks\n    .request(`${name}:line`, line, next)',
      'await next()',
    ],
    ['a tab that hangs is waited for', '{ signal: AbortSignal.timeout(patience) }', '{}'],
    ['nobody takes the turn of a tab that hangs', 'begin({ steal: true })', 'undefined'],
    ['a line that does not move is waited for', 'LONGEST_LINE * patience', '60_000'],
    ['what has lost its turn is given up', 'await (result ?? start());', 'await start();'],
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
      'a redirect takes the token along',
      "this.#options.headerName.toLowerCase() === 'authorization' ? undefined : 'error'",
      'undefined',
    ],
    ['no request may be redirected', '.toLowerCase() ===', '==='],
    [
      'a request goes with the token of somebody else',
      'isBound && !(isSame ??',
      'false && !(isSame ??',
    ],
    [
      'what changes something goes without a token after a sign-out elsewhere',
      'isSame ?? (token !== null || isSafeMethod(method))',
      'isSame ?? true',
    ],
    ['what only reads fails after a sign-out elsewhere', ' || isSafeMethod(method)', ''],
    [
      'what has a token of its own fails after a sign-out elsewhere',
      'token !== null || isSafeMethod(method)',
      'isSafeMethod(method)',
    ],
    [
      'what changes something goes while who has signed out elsewhere is shown',
      'era === null ? null : this.#vault.lost',
      'null',
    ],
    [
      'nobody can change anything after a sign-out elsewhere',
      'era === null ? null : this.#vault.lost',
      'this.#vault.lost',
    ],
    [
      'a request goes before the page knows who is here',
      'token === null ? this.#firstKnown() : undefined',
      'undefined as Promise<unknown> | undefined',
    ],
    [
      'what has a token of its own waits for who is here',
      'token === null ? this.#firstKnown() : undefined',
      'this.#firstKnown()',
    ],
    [
      'requests wait for each question who is here',
      'isUnknown && this.#vault.token === null',
      'this.#vault.token === null',
    ],
    [
      'what has a token of its own waits for that of the session',
      'token === this.#vault.token && this.#inGoodTime()',
      'this.#inGoodTime()',
    ],
    ['a first look binds to nobody', 'if (!before.lease) before = this.#shown();', ''],
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
      'this.#refusals.set(refusal, token);\n        void',
      'void',
    ],
    ['the session goes on without a token', 'void this.#refresh.end(token);', ''],
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
    [
      'what only reads fails after a sign-out',
      'now.lease && now.lease.claims',
      'now.lease?.claims',
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
      'a redirect takes the token along',
      'access.header(token), redirect }',
      'access.header(token) }',
    ],
    [
      'requests without a token are sent',
      'options.throwNoTokenError ? throwError(noToken) : next(request)',
      'next(request)',
    ],
  ]),
];
