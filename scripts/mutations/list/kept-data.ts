import { mutationsOf } from '../mutation.ts';

export const KEPT_DATA_MUTATIONS = [
  ...mutationsOf('data/keep/data-keeper.ts', 'with-store.races', [
    [
      'a late answer is taken for the present',
      'this.#known.stored !== before || ids.read() !== id',
      'false',
    ],
    ['an id that has moved on is not noticed', ' || ids.read() !== id', ''],
    [
      'what ended while it was written is known',
      'if (this.#known.stored !== before) {',
      'if (false as boolean) {',
    ],
    [
      'what ended while it was written stays',
      'if (this.#known.stored.id !== next.id) ended.add(next.id);',
      '',
    ],
    [
      'what waits for somebody ends where it was being written',
      'if (this.#known.stored.id !== next.id) ended.add(next.id);',
      'ended.add(next.id);',
      'with-store.identity',
    ],
    [
      'what others have stored is written over',
      'const isDue = this.#known.hasChanged || !this.#isCertain();',
      'const isDue = !this.#isCertain();',
      'with-store.tabs',
    ],
    [
      'what could not be read is not asked for again',
      'const isDue = this.#known.hasChanged || !this.#isCertain();',
      'const isDue = this.#known.hasChanged;',
      'with-store.patience',
    ],
    [
      'a sleep goes unnoticed',
      'this.#isLoaded && Date.now() < this.#aliveUntil',
      'this.#isLoaded',
      'with-store.time',
    ],
    ['what is in doubt is written over', 'if (!this.#isLoaded) return;', '', 'with-store.identity'],
    [
      'a slow store is waited for at the end of the page',
      '!isSlow || !this.#isCertain()',
      'true as boolean',
    ],
    [
      'what could not be read is written over',
      '!isSlow || !this.#isCertain()',
      '!isSlow',
      'with-store.leaving',
    ],
    [
      'what a page writes last is not found again',
      '      ids.write(next);\n      ended.add(id);',
      '      ended.add(id);',
      'with-store.leaving',
    ],
    [
      'what a page carries on last is left under its old id',
      '      ended.add(id);\n      ended.sweep();',
      '',
      'with-store.leaving',
    ],
    [
      'what has ended is left by a page that goes',
      'const swept = ended.sweep();',
      'const swept: Steps<void> = [][Symbol.iterator]() as never;',
      'with-store.leaving',
    ],
    [
      'a page that goes writes what nobody finds',
      'isBehind && isCurrent',
      'isBehind',
      'with-store.leaving',
    ],
    [
      'a page that goes leaves the session of a server',
      "store.reach === 'server' || ",
      '',
      'with-store.leaving',
    ],
    [
      'a page that goes leaves what is being written',
      ' || this.#writing !== null',
      '',
      'with-store.leaving',
    ],
    [
      'what was forgotten while it was written stays',
      '[before.id, this.#writing]',
      '[before.id]',
      'with-store.leaving',
    ],
    ['data of somebody else is shown', "else this.abandon('identityChanged');", '', 'with-store'],
    [
      'data of somebody is shown while nobody is here',
      'if (this.#parts.page.owner() === null) this.#known.withhold();',
      'if (this.#parts.page.owner() === null) return;',
      'with-store.identity',
    ],
    [
      'data of somebody ends while nobody is here',
      'if (this.#parts.page.owner() === null) this.#known.withhold();\n    else this',
      'this',
      'with-store.identity',
    ],
    [
      'a tab that is behind ends what the next person keeps',
      "if (reason === 'signedOut' || last === id) this.#end(last);",
      'this.#end(last);',
      'with-store.identity',
    ],
    [
      'a sign-out leaves what is stored',
      "    ended.add(id);\n    const last = this.#lastId();\n    // What somebody else has begun since is theirs, unless all is to end.\n    if (reason === 'signedOut' || last === id) this.#end(last);",
      '',
      'with-store',
    ],
    ['a sign-out leaves what may be stored', 'ended.keep(null);', '', 'with-store.patience'],
    [
      'what is owed to a server reaches the next person',
      'this.#store.ended.clear();',
      '',
      'with-store.identity',
    ],
    ['what a guest has gathered stays behind', 'this.#known.renew();', '', 'with-store.identity'],
    [
      'the data of an account does not come with it',
      '    this.#known.renew();\n    this.#isLoaded = false;',
      '    this.#known.renew();',
      'with-store.identity',
    ],
    [
      'what nobody can read stops all writing',
      'this.#isLoaded = isUseless && this.#useless === id;',
      'this.#isLoaded = false;',
      'with-store.faults',
    ],
    [
      'what another version can read is thrown away',
      'const isUseless = error instanceof UselessRecord;',
      'const isUseless = true as boolean;',
      'with-store.faults',
    ],
    [
      'the id of before leads somewhere',
      'for (const old of [before.id, this.#useless]) if (old !== next.id) ended.add(old);',
      '',
      'with-store',
    ],
    ['the id is not kept', 'if (next.id !== before.id) ids.write(next.id);', '', 'with-store'],
    [
      'nothing keeps a session alive',
      'else if (id !== null) yield* this.#store.touch(id);',
      '',
      'with-store.time',
    ],
  ]),
  ...mutationsOf('data/keep/known-session.ts', 'with-store.identity', [
    [
      'who owns the data is not stored',
      'owner: id === null ? this.whose.markNew() : this.whose.mark(owner),',
      'owner: undefined,',
      'with-store',
    ],
    [
      'news is taken for nothing new',
      'answer !== this.#seen || id !== this.#stored.id',
      'id !== this.#stored.id',
      'with-store.tabs',
    ],
    ['what waits does not come with its owner', ' || owner !== this.#seenBy', ''],
    ['a sign-out leaves what is shown', 'this.#page.writeValues(NOTHING);', '', 'with-store'],
    [
      'what is over comes back with a change',
      'isEmpty(values) && !this.#isRenewed',
      'false as boolean',
      'with-store.time',
    ],
    [
      'what waits for one comes to another',
      'if (!this.whose.isForeign(waiting.owner)) {',
      'if (true as boolean) {',
    ],
    [
      'what waits for one stays with another',
      'return owner === null ? record : { ...record, withheld: undefined };',
      'return record;',
    ],
    ['what waits is lost with the next write', '      withheld,\n    };', '    };'],
  ]),
  ...mutationsOf('data/keep/whose-data.ts', 'with-store.identity', [
    [
      'data of somebody else is loaded',
      'mine !== undefined && owner !== undefined && owner !== (mine ?? this.#last)',
      'false as boolean',
    ],
    [
      'what was shown is not there any more after a 401',
      'owner !== (mine ?? this.#last)',
      'owner !== mine',
    ],
    [
      'a tab that is behind ends what it finds',
      '(isForeign || isUnclaimed) && !this.#isCertain(id, isForeign)',
      'isUnclaimed && !this.#isCertain(id, isForeign)',
    ],
    [
      'a tab that is behind claims what is nobody’s',
      '(isForeign || isUnclaimed) && !this.#isCertain(id, isForeign)',
      'isForeign && !this.#isCertain(id, isForeign)',
    ],
    ['nobody is asked who is here', 'if (isNew) this.#ask();', ''],
    ['it is asked again and again who is here', 'if (isNew) this.#ask();', 'this.#ask();'],
    [
      'a server that leaves data to the next person is believed at once',
      "(!isForeign || this.#reach !== 'server' || this.#isSecondLook)",
      'true',
    ],
    [
      'the doubt about a server has no end',
      "(!isForeign || this.#reach !== 'server' || this.#isSecondLook)",
      "(!isForeign || this.#reach !== 'server')",
    ],
    [
      'a server whose session is over is believed',
      '    this.#certain = null;\n    this.#suspect = null;',
      '    this.#suspect = null;',
    ],
  ]),
  ...mutationsOf('data/keep/store-access.ts', 'with-store.patience', [
    [
      'what nobody can read stays for ever',
      'throw error instanceof SyntaxError ? corrupt(error) : error;',
      'throw error;',
      'with-store.faults',
    ],
    ['a write that failed is taken for none', 'this.ended.doubt(id);\n    endUnused();', ''],
    [
      'a write that comes too late stays',
      'void Promise.resolve(written).then(endUnused, () => undefined);',
      '',
    ],
    [
      'what needs more than half the room is never carried on',
      'if (!isFull(error) || last === null || last === id) throw error;',
      'throw error;',
    ],
  ]),
  ...mutationsOf('data/keep/steps.ts', 'with-store.patience', [
    ['an answer is waited for for ever', 'waitFor(step.value)', 'step.value'],
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
    [
      'a list that has changed comes back',
      'return isKeyed(ours) ? ours : undefined;',
      'return ours;',
    ],
    [
      'what lies beside a change comes back',
      '.map(([key, value]) => [key, addedSince(base[key], value)] as const)',
      '.map(([key, value]) => [key, value === base[key] ? undefined : value] as const)',
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
    [
      'what is stored under the user is kept',
      'return fromStored(withoutUser(values));',
      'return fromStored(values);',
    ],
    [
      'what is brought on under the user is kept',
      'withoutUser(migrate(values, from))',
      'migrate(values, from)',
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
];
