import { mutationsOf } from '../mutation.ts';

const FOLDER = 'features/tokens';

export const TOKEN_SESSION_MUTATIONS = [
  ...mutationsOf(`${FOLDER}/token-vault.ts`, 'with-tokens', [
    ['a token that has ended counts', 'expiresAt <= Date.now() && !this.#options.refresh', 'false'],
    ['rubbish stays in the storage', 'return this.#kept.remove();\n', ''],
    ['nobody is told of what was removed', "this.tell({ type: found, source: 'local' });", ''],
    ['rubbish is told as an end', "return 'tokenIsMalformed';", "return 'tokenHasExpired';"],
    ['the token stays in memory alone', 'this.#kept.write(token)', 'undefined'],
    [
      'a sign-out leaves the token of another tab',
      'return this.#forget(() => this.#kept.remove());',
      'return this.drop();',
    ],
    ['the token of a sign-out is gone with it', 'this.leaving = this.token ?? this.leaving;', ''],
    ['who has signed out is brought back', 'this.isForgotten = true;', '', 'with-tokens.leaving'],
    [
      'a sign-in does not undo a sign-out',
      'if (lease) this.isForgotten = false;',
      '',
      'with-tokens.leaving',
    ],
    [
      'an end takes the token of another tab along',
      'this.#kept.remove((stored) => stored === token)',
      'this.#kept.remove()',
      'token-life',
    ],
    [
      'what other tabs have stored is not looked at',
      'if (!isFirst && !this.#kept.isWorking) return;',
      'if (!isFirst) return;',
      'token-life',
    ],
    [
      'a token that was found is new',
      'this.#toLease(token, false)',
      'this.#toLease(token, true)',
      'token-life',
    ],
    [
      'what a new token tells of the clock is forgotten',
      'if (isNew) this.#clockAhead = lease.clockAhead;',
      '',
      'token-life',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/kept-token.ts`, 'with-tokens.faults', [
    [
      'a storage that fails stops the app',
      'fail(error);\n      return undefined;',
      'throw error;',
      'token-life',
    ],
    ['a storage that hangs stops the app', 'this.#inTime(result)', 'result', 'token-life'],
    ['a failure is told each time', 'if (this.#hasFailed) return;\n      this', 'this'],
    ['a storage that failed is read again', ' && !this.#hasFailed;', ';'],
    [
      'an older token stays where the next is not written',
      'if (this.#hasFailed) void this.remove();',
      '',
    ],
    [
      'a storage that failed keeps the token',
      'const removed = this.#attempt(() => {',
      'const removed = this.#attempt(() => {\n      if (this.#hasFailed) return undefined;',
    ],
    [
      'a removal depends on what can be read',
      'if (!isMeant) return this.#storage?.remove();',
      'isMeant ??= () => true;',
    ],
    ['a removal is waited for again and again', 'this.#hasFailed ? undefined : removed', 'removed'],
  ]),
  ...mutationsOf(`${FOLDER}/given-token.ts`, 'with-tokens.faults', [
    ['the app is not told of its getter', 'errorHandler.handleError(error);', ''],
    ['a getter that throws stops the app', 'return fail(error);', 'throw error;'],
    ['a getter that rejects stops the app', '.catch(fail)', ''],
    ['a getter that hangs stops the app', 'inTime(given)', 'given', 'token-life'],
  ]),
  ...mutationsOf(`${FOLDER}/token-session.ts`, 'token-session', [
    ['a refresh signs in', 'if (token === null) return false;', ''],
    [
      'a refusal ends nothing',
      'if (!(await this.#refresh.run())) this.#refresh.end(token);',
      'await this.#refresh.run();',
    ],
    [
      'nothing to refresh with is a new token',
      'return this.#vault.token !== null && this.#vault.token !== token;',
      'return this.#vault.token !== null;',
    ],
    [
      'a session that is over has a new token',
      'return this.#vault.token !== null && this.#vault.token !== token;',
      'return this.#vault.token !== token;',
    ],
  ]),
  ...mutationsOf(`${FOLDER}/is-passing.ts`, 'token-life', [
    ['a network that is down is a refusal', 'error instanceof TypeError || ', ''],
    ['a refresh that hangs is a refusal', "error.code === 'timeout'", 'false'],
  ]),
  ...mutationsOf(`${FOLDER}/token-backend.ts`, 'with-tokens', [
    [
      'a sign-out goes without its token',
      'const token = this.#vault.leaving;',
      'const { token } = this.#vault;',
    ],
    [
      'a token that is over ends no session at the server',
      '.pipe(catchError((error: unknown) => this.#sendAnew(token, send, error)))',
      '',
      'with-tokens.leaving',
    ],
    [
      'a sign-out that fails is sent with another token',
      'if (!isRefused || ',
      'if (',
      'with-tokens.leaving',
    ],
    [
      'a sign-out without a token asks for one that tabs share',
      '(token === null ? isSilent : isPossible)',
      'isPossible',
      'with-tokens.leaving',
    ],
    [
      'a read of who has signed out brings them back',
      ' && !this.#vault.isForgotten\n',
      '\n',
      'with-tokens.leaving',
    ],
    [
      'what was asked for somebody else is taken for an answer',
      'filter(({ before }) => this.#isOutdated(before))',
      'filter(() => false)',
      'with-tokens.identity',
    ],
    [
      'an update is asked anew for each token of the same person',
      ' && !isSameSubject(before.claims, lease.claims)',
      '',
      'with-tokens.identity',
    ],
    ['a token in a text is lost', ", responseType: 'text' }", ' }'],
    [
      'what the server says is wrong is a text',
      'if (error instanceof HttpErrorResponse) {\n          Object',
      'if (false as boolean) {\n          Object',
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
      'with-tokens.leaving',
    ],
    [
      'the user of a token is never read anew',
      'this.#options.user && this.#refresh.isPossible',
      'false',
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
    [
      'an end leaves the token',
      "if (status === 'unauthenticated' && !stale && !isReplacing) void this.#vault.drop();",
      '',
    ],
    [
      'a failure takes the token that another tab has stored',
      ' && !stale',
      '',
      'with-tokens.identity',
    ],
    [
      'the token of somebody else is gone with them',
      ' && !isReplacing',
      '',
      'with-tokens.identity',
    ],
    [
      'a token that was not dropped once is never dropped',
      'this.#isReplacing = false;\n      //',
      '//',
      'with-tokens.identity',
    ],
    [
      'who is shown is somebody else by a refresh',
      "if (isAnother && source === 'server') this.#clear(source);",
      '',
      'with-tokens.identity',
    ],
    [
      'requests of before go on as somebody else',
      'if (isAnother) this.#state.era++;',
      '',
      'with-tokens.identity',
    ],
    [
      'who is shown stays while nobody knows who is here',
      'if (gone && untracked(this.#state.user) === gone) this.#clear(source);',
      '',
      'with-tokens.identity',
    ],
    [
      'a sign-in in another tab is not followed',
      "if (isFound && lease && status !== 'loading') this.#updateSoon(source);",
      '',
      'with-tokens.identity',
    ],
    [
      'each token of the same person is asked about',
      'if (isSame && !this.#options.user) return;',
      '',
      'with-tokens.identity',
    ],
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
    ['somebody else is not shown', 'this.#updateSoon(source, isAnother ? user : null);', ''],
    [
      'a flicker at the start',
      'if (this.#options.user && this.#vault.token !== null) {',
      'if (false as boolean) {',
      'with-tokens',
    ],
  ]),
  ...mutationsOf('features/with-tokens.ts', 'with-tokens.leaving', [
    [
      'news from another tab brings back who has signed out',
      'isShared(resolved) || token === null',
      'isShared(resolved)',
    ],
  ]),
];
