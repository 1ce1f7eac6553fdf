import { mutationsOf } from '../mutation.ts';

export const STORE_MUTATIONS = [
  ...mutationsOf('data/keep/data-keeper.ts', 'with-store.races', [
    [
      'a late answer is taken for the present',
      'this.#known !== before || this.#parts.ids.read() !== id',
      'false',
    ],
    ['an id that has moved on is not noticed', ' || this.#parts.ids.read() !== id', ''],
    [
      'what ended while it was written is known',
      'if (this.#known !== known) {',
      'if (false as boolean) {',
    ],
    ['what ended while it was written stays', 'this.#ended.add(next.id);', ''],
    [
      'what others have stored is written over',
      'yield* this.#hasChanged() ? this.load() : this.#sweep();',
      'if (!this.#isLoaded) yield* this.load();',
      'with-store.tabs',
    ],
    [
      'a slow store is waited for at the end of the page',
      '!this.#isSlow || !this.#isLoaded',
      'true as boolean',
    ],
    ['what was never read is written over', '!this.#isSlow || !this.#isLoaded', '!this.#isSlow'],
    [
      'data of somebody else is shown',
      "if (this.#isForeign(this.#known.owner)) this.abandon('identityChanged');",
      '',
      'with-store',
    ],
    [
      'data of somebody else is loaded',
      'if (!this.#isForeign(record.owner)) return record;',
      'return record;',
    ],
    [
      'who owns the data is not stored',
      'page.owner() ?? this.#known.owner',
      'undefined',
      'with-store',
    ],
    [
      'a sign-out leaves what is stored',
      'if (id !== null) this.#ended.add(id);\n    try {\n      this.#end(ids.read());',
      'try {',
    ],
    [
      'a sign-out leaves what is shown',
      '    page.writeValues(NOTHING);\n    page.writeId(null);\n    // A server',
      '    // A server',
    ],
    [
      'what nobody can read stays for ever',
      'if (error instanceof SyntaxError) this.#replace(id, corrupt(error));',
      '',
      'with-store.faults',
    ],
    [
      'what another version can read is thrown away',
      'if (error instanceof UselessRecord) this.#replace(id, error);',
      'this.#replace(id, error as UselessRecord);',
      'with-store.faults',
    ],
    [
      'the id of before leads somewhere',
      'if (next.id !== known.id && known.id !== null) this.#ended.add(known.id);',
      '',
      'with-store',
    ],
    ['the id is not kept', 'if (next.id !== known.id) ids.write(next.id);', '', 'with-store'],
    [
      'news is taken for nothing new',
      'stored !== this.#seen || id !== before.id',
      'id !== before.id',
      'with-store.tabs',
    ],
    [
      'nothing keeps a session alive',
      'yield* this.#ask(this.#parts.store.touch(id))',
      '',
      'with-store.time',
    ],
  ]),

  ...mutationsOf('data/keep/merge-changes.ts', 'merge-changes', [
    [
      'theirs is lost',
      'const merged: Record<string, unknown> = { ...theirs };',
      'const merged: Record<string, unknown> = {};',
    ],
    [
      'what is gone here comes back',
      'if (kept === undefined) Reflect.deleteProperty(merged, key);\n    else merged[key] = kept;',
      'merged[key] = kept ?? theirs[key];',
    ],
    ['ours is not frozen', 'Object.freeze(merged)', 'merged'],
    [
      'equal parts are other parts',
      'return isEqual ? old : Object.freeze(shared);',
      'return Object.freeze(shared);',
    ],
  ]),

  ...mutationsOf('data/keep/session-record.ts', 'session-record', [
    ['keys of the app are taken for those of the library', "key.replace(/^\\$/, '$$$$')", 'key'],
    ['data of a later version is used', 'if (from > version) {', 'if (false as boolean) {'],
    [
      'data of an earlier version is used',
      'version === schema.version ? read(values) : bringOn(values, version, schema)',
      'read(values)',
    ],
  ]),
  ...mutationsOf('data/keep/stored-values.ts', 'session-record', [
    ['an inherited name is read', 'if (!isSafeKey(key)) throw', 'if (false as boolean) throw'],
    ['what is read can be changed', 'return Object.freeze(decoded);', 'return decoded;'],
    [
      'an object passes for a bigint',
      'BIGINT in value ? { [BIGINT]: encoded } : encoded',
      'encoded',
    ],
  ]),

  ...mutationsOf('features/store/store-sync.ts', 'with-store', [
    ['data is loaded too late', '    this.#load();\n    // One run', '    // One run'],
    [
      'nothing is written at the end of the page',
      'this.#take(this.#keeper.flush(), signal)',
      'undefined',
    ],
    ['it goes on without the application', 'this.#queue.stop();', '', 'with-store.races'],
    ['each failure is told', 'if (this.#isFailing) return;', '', 'with-store.faults'],
    [
      'nothing is tried again',
      'this.#retry.set(this.#retryDelay,',
      'void ((..._: unknown[]) => 0)(this.#retryDelay,',
      'with-store.time',
    ],
    [
      'all is tried again at once',
      'Math.min(2 * this.#retryDelay, LONGEST_RETRY)',
      'this.#retryDelay',
      'with-store.time',
    ],
    [
      'what happens early is not heard',
      'if (this.#early) this.#early.push(event);\n    else this',
      'this',
    ],
    [
      'a store that works again is not noticed',
      'this.#state.storeError.set(null);',
      '',
      'with-store.faults',
    ],
    [
      'nobody looks whether a session is over',
      'this.#lookAgain(this.#active.age);',
      '',
      'with-store.time',
    ],
    [
      'what comes from another tab counts as activity',
      'if (isStart || this.#keeper.isBehind) this.#commit();',
      'this.#commit();',
      'with-store.time',
    ],
    ['what ends with the session stays', 'this.#keeper.abandon(reason);', ''],
    ['what belongs to another stays', 'this.#keeper.disown();', ''],
    ['what others change is not seen', 'store.watch?.(', '(undefined as typeof store.watch)?.('],
    [
      'a session that began elsewhere is not noticed',
      'if (key === null || key === this.#active.name) this.#load();',
      '',
      'with-store.tabs',
    ],
    [
      'a browser that was closed is not noticed',
      "if (clearWithBrowser && isNewBrowser(this.#document, name)) this.#keeper.abandon('signedOut');",
      '',
      'with-store.time',
    ],
  ]),
  ...mutationsOf('session/session-state.ts', 'with-store', [
    [
      'the id stays the same through a sign-in',
      "if (event?.type === 'signedIn' && source !== 'tab') this.#data.regenerate();",
      '',
    ],
    ['what keeps the data is not told of its end', 'this.ended.next(reason);', ''],
  ]),
  ...mutationsOf('features/store/timer.ts', 'with-store.time', [
    [
      'a long time passes at once',
      'if (milliseconds > LONGEST) set(milliseconds - LONGEST, callback);\n        else zone',
      'zone',
    ],
    ['a timer outlives the application', 'destroyRef.onDestroy(clear);', ''],
  ]),
  ...mutationsOf('features/with-stores.ts', 'with-store.time', [
    [
      'stores share an id',
      "name: `${options.name ?? 'ng-session'}.${use}`",
      "name: options.name ?? 'ng-session'",
    ],
    ['any name will do', 'if (!Object.hasOwn(stores, use)) {', 'if (false as boolean) {'],
  ]),

  ...mutationsOf('stores/web-storage.ts', 'stores', [
    [
      'other keys are cleared away',
      'if (!key.startsWith(prefix) || !key.endsWith(UNTIL)) continue;',
      'if (!key.endsWith(UNTIL)) continue;',
    ],
    ['sessions that are over stay', 'if (isOver(storage, session)) remove(storage, session);', ''],
    ['all sessions are cleared away', 'if (isOver(storage, session)) remove', 'remove'],
  ]),
  ...mutationsOf('stores/cookie-store.ts', 'stores', [
    ['a cookie may be of any size', 'if (bytes <= MOST_BYTES) return;', 'return;'],
    [
      'letters count for bytes',
      'new TextEncoder().encode(name + value).length',
      'name.length + decodeURIComponent(value).length',
    ],
    [
      'a cookie that was not taken counts as written',
      'if (find()?.value !== value) throw notKept();',
      '',
    ],
    [
      'a cookie is never Secure',
      "document.location.protocol === 'https:' || sameSite === 'None'",
      'false as boolean',
    ],
    ['another session is destroyed', 'if (find()?.id !== id) return;', '', 'session-stores'],
  ]),
  ...mutationsOf('stores/indexed-db-store.ts', 'stores', [
    ['sessions that are over stay', 'if (!isSwept) sweep(sessions);', ''],
    ['all sessions are cleared away', 'if (!isAlive(cursor.value as Entry)) cursor', 'cursor'],
    [
      'a session that is over is revived',
      'if (isAlive(request.result)) sessions',
      'sessions',
      'session-stores',
    ],
  ]),
  ...mutationsOf('stores/http-store.ts', 'stores', [
    [
      'changes do not wait for sign-in',
      "queue.enqueue(() => backend.request('PUT', target, data, { keepalive: isLeaving() }))",
      "backend.request('PUT', target, data, { keepalive: isLeaving() })",
    ],
    [
      'reads do not wait for changes',
      "queue.whenIdle(() => backend.request('GET', target, undefined, {}))",
      "backend.request('GET', target, undefined, {})",
    ],
    ['what is written last does not arrive', "isLeaving = type === 'pagehide';", ''],
    ['a 401 is a failure', 'status === 401 || ', ''],
    ['anything is data', 'if (isPlainObject(body))', 'if (body as boolean)'],
    [
      'another session is destroyed',
      'if (id === current) await put({});',
      'await put({});',
      'session-stores',
    ],
  ]),
];
