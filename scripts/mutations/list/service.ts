import { mutationsOf } from '../mutation.ts';

const FILE = 'session/session-service.ts';

export const SERVICE_MUTATIONS = [
  ...mutationsOf(FILE, 'navigation-load', [
    ['a server that renders asks', 'if (this.#isServer) return;', ''],
  ]),
  ...mutationsOf(FILE, 'session-service.races', [
    [
      'updates are not shared',
      "return this.#share('update', () => this.#load(options, source));",
      'return this.#settled(this.#load(options, source));',
    ],
    [
      'updates are shared over a sign-in',
      'this.#running = new Map();\n    this.#state.end',
      'this.#state.end',
    ],
    [
      'an update of before a sign-in ends the sharing after it',
      'const forget = () => running.delete(kind);',
      'const forget = () => this.#running.delete(kind);',
    ],
    ['an update is shared for ever', 'started.then(forget, forget);', ''],
    ['roles can be changed from outside', '.asReadonly()', '', 'match-roles'],
    [
      'a sign-in does not wait for a sign-out',
      'this.#queue\n        .enqueue(() => this.#backend.signIn(data, options))',
      'this.#backend\n        .signIn(data, options)',
    ],
    [
      'a reload does not wait for a sign-out',
      'this.#queue\n        .enqueue(() => this.#backend.refetch(data, options))',
      'this.#backend\n        .refetch(data, options)',
    ],
    [
      'a sign-out does not wait for a sign-in',
      'return this.#queue.enqueue(request).pipe(',
      'return request().pipe(',
    ],
    [
      'reads do not wait',
      'return this.#queue.whenIdle(() => {',
      'return ((read: any) => read())(() => {',
    ],
    [
      'a late answer is shown',
      'if (claim()) this.#state.become(answered(user, new Date()), source);',
      'this.#state.become(answered(user, new Date()), source);',
    ],
    [
      'a late 304 counts',
      'if (claim()) this.#state.become(answered(known.user, new Date()), source);',
      'this.#state.become(answered(known.user, new Date()), source);',
    ],
    ['a late failure counts', 'if (claim()) {', 'claim();\n    {'],
    [
      'a late end of a sign-out counts',
      "if (claim()) this.#state.become(answered(null, new Date()), 'local');",
      "this.#state.become(answered(null, new Date()), 'local');",
    ],
    ['a destroyed application begins requests', 'if (this.#destroyRef.destroyed) return;', ''],
    ['promises settle after the end of the application', 'waiting.unsubscribe();', ''],
  ]),

  ...mutationsOf(FILE, 'session-service.update', [
    [
      'a 401 is a failure like any other',
      'statusOf(error) === 401\n          ? answered',
      'false\n          ? answered',
    ],
    [
      'every failure is a 401',
      'statusOf(error) === 401\n          ? answered',
      'true\n          ? answered',
    ],
    [
      'a 403 is a 401',
      'statusOf(error) === 401\n          ? answered',
      '[401, 403].includes(statusOf(error)!)\n          ? answered',
    ],
    [
      'a 404 is a 401',
      'statusOf(error) === 401\n          ? answered',
      '[401, 404].includes(statusOf(error)!)\n          ? answered',
    ],
    [
      'an end by a 401 is told as a sign-out',
      "source,\n        'unauthorized',",
      "source,\n        'signedOut',",
    ],
    [
      'an end by a 401 is told as of this tab',
      "source,\n        'unauthorized',",
      "'local',\n        'unauthorized',",
    ],
    ['a 304 is a failure', 'if (statusOf(error) !== 304 || !known.updatedAt)', 'if (true)'],
    ['a 304 is an answer where nothing is known', '|| !known.updatedAt', ''],
    [
      'a 304 does not end what was stale',
      'if (claim()) this.#state.become(answered(known.user, new Date()), source);',
      '',
    ],
    [
      'a 304 answers with nobody',
      'return of(toResponse(error as HttpErrorResponse, known.user));',
      'return of(toResponse(error as HttpErrorResponse, null));',
    ],
    [
      'an empty answer is parsed',
      'body === null ? null : this.#config.parseUser(body)',
      'this.#config.parseUser(body)',
    ],
    ['an answer is not parsed', 'this.#config.parseUser(body)', '(body as any)'],
    ['a load without an answer never ends', 'throwIfEmpty(),', ''],
    [
      'a backend that throws refreshes for ever',
      'defer(() => this.#backend.fetch(options))',
      'this.#backend.fetch(options)',
    ],
    [
      'the promise resolves with the answer as it came',
      'return response.clone({ body: user });',
      'return response as any;',
    ],
    [
      'the promise rejects with an error of the library',
      '(error instanceof HttpErrorResponse ? error : reason)',
      'reason',
    ],
    [
      'the promise rejects with whatever was thrown',
      '(error instanceof HttpErrorResponse ? error : reason)',
      'error',
    ],
  ]),

  ...mutationsOf(FILE, 'session-service.operations', [
    ['the user stays while somebody signs in', 'this.#clear();\n    const debt', 'const debt'],
    [
      'the user stays until the sign-out is answered',
      'this.#state.clearData();\n      this.#clear();',
      'this.#state.clearData();',
    ],
    [
      'the data stays after a sign-out',
      'this.#state.clearData();\n      this.#clear();',
      'this.#clear();',
    ],
    [
      'a sign-in that failed counts as an answer',
      "this.#state.end('local', 'signedOut', null);",
      "this.#state.end('local', 'signedOut', new Date());",
    ],
    ['a sign-out that failed is forgotten', 'if (this.#owedSignOut) {', 'if (false) {'],
    [
      'a sign-out is sent again while the user is read',
      'return this.#sendSignOut(this.#owedSignOut).pipe(\n          switchMap(() => this.#load(options, source)),\n        );',
      'this.#settled(this.#sendSignOut(this.#owedSignOut)).catch(() => undefined);',
    ],
    ['a sign-out that failed ends who signed in since', 'this.#pay(debt);', ''],
    [
      'a sign-out is off the books though a later one is owed',
      'if (this.#owedSignOut === debt) this.#owedSignOut = null;',
      'this.#owedSignOut = null;',
    ],
    ['a sign-out is sent again though it was done', 'this.#pay(request);', ''],
    [
      'a sign-out that was done leaves its failure',
      "if (claim()) this.#state.become(answered(null, new Date()), 'local');",
      '',
    ],
    [
      'a 401 to a sign-out is a failure',
      'statusOf(error) === 401\n          ? of(',
      'false\n          ? of(',
    ],
    [
      'every failure of a sign-out counts as done',
      'statusOf(error) === 401\n          ? of(',
      'true\n          ? of(',
    ],
    [
      'a 403 to a sign-out counts as done',
      'statusOf(error) === 401\n          ? of(',
      '[401, 403].includes(statusOf(error)!)\n          ? of(',
    ],
    [
      'sign-outs are not shared',
      "return this.#share('signOut', () => {",
      'return ((start: any) => this.#settled<any>(start()))(() => {',
    ],
    [
      'a GET follows a PUT that failed',
      'catchError((error: unknown) => this.#fail(error, claim)),\n          switchMap',
      'catchError(() => of(null)),\n          switchMap',
    ],
    [
      'a PUT that failed leaves no trace',
      'catchError((error: unknown) => this.#fail(error, claim)),\n          switchMap',
      'switchMap',
    ],
    [
      'a reload forgets its options for the GET',
      'switchMap(() => this.#load(options)),',
      'switchMap(() => this.#load({})),',
    ],
    [
      "a sign-in uses the POST's options for the GET",
      "this.#load({}, 'local')",
      "this.#load(options, 'local')",
    ],
    ['a sign-in is told as of the server', "this.#load({}, 'local')", 'this.#load({})'],
    [
      'every navigation fetches',
      'if (isFresh(untracked(this.updatedAt), this.#config.cache, now)) return;',
      '',
    ],
    [
      'resolve rejects',
      '// The state has it already, and a navigation goes on with what is known.',
      "throw new Error('failed');",
    ],
    ['resolve is a reader of the session', 'untracked(this.updatedAt)', 'this.updatedAt()'],
    ['it refreshes for ever', 'this.#loads.update((count) => count - 1);', ''],
    ['it never refreshes', 'this.#loads.update((count) => count + 1);', ''],
  ]),

  ...mutationsOf(FILE, 'retry-after', [
    ['Retry-After is ignored', 'if (isTooSoon(this.#retryAt, now)) return;', ''],
    ['an answer does not end the wait', 'this.#retryAt = 0;\n', '\n'],
  ]),

  ...mutationsOf(FILE, 'match-roles', [
    ['all is the default', 'all = false): boolean', 'all = true): boolean'],
    [
      'everybody has every role',
      'return matchRoles(this.#state.roleSet(), roles, all);',
      'return true;',
    ],
  ]),
];
