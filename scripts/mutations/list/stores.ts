import { mutationsOf } from '../mutation.ts';

export const STORE_MUTATIONS = [
  ...mutationsOf('features/store/store-sync.ts', 'with-store', [
    [
      'data is loaded too late',
      '(loaded = this.#take(this.#keeper.load(), signal))',
      'void signal',
    ],
    [
      'an app starts before its data',
      'return Promise.race([loaded, tooLong]).then(() => {',
      'void Promise.race([loaded, tooLong]).then(() => {',
      'with-store.patience',
    ],
    [
      'an app does not start without its data',
      'Promise.race([loaded, tooLong])',
      'loaded',
      'with-store.patience',
    ],
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
      'a server is asked for ever',
      "if (this.#active.store.reach !== 'server') this",
      'this',
      'with-store.time',
    ],
    [
      'what comes from another tab counts as activity',
      'if (isStart || this.#isFailing || this.#keeper.isBehind) this.#commit();',
      'this.#commit();',
      'with-store.time',
    ],
    ['what was taken back has failed on', 'isStart || this.#isFailing || ', 'isStart || '],
    ['what came to nothing counts as modified', 'else this.#note();', ''],
    [
      'the data of somebody else is there too late',
      "if (type === 'identityChanged') this.#load();",
      '',
      'with-store.identity',
    ],
    [
      'what the server has said ends no doubt',
      'this.#keeper.confirm();\n      if (wasInDoubt) this.#commit();',
      '',
      'with-store.identity',
    ],
    [
      'a page that is back does not ask who is here',
      '        this.#ask();\n        this.#load();',
      '        this.#load();',
      'with-store.identity',
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
  ...mutationsOf('features/page/timer.ts', 'with-store.time', [
    [
      'a long time passes at once',
      'if (milliseconds > LONGEST) set(milliseconds - LONGEST, callback);\n        else zone',
      'zone',
    ],
    ['a timer outlives the application', 'destroyRef.onDestroy(clear);', ''],
  ]),
  ...mutationsOf('features/page/time-limit.ts', 'with-store.patience', [
    ['no limit is set', 'timer.set(milliseconds, mine);', ''],
  ]),
  ...mutationsOf('features/store/page-session.ts', 'with-store', [
    [
      'a mistake of the app stops all keeping',
      'return identity(user) ?? user;\n    } catch {',
      'return identity(user) ?? user;\n    } catch (error) {\n      throw error;',
    ],
  ]),
  ...mutationsOf('features/store/is-new-browser.ts', 'with-store.time', [
    ['an app does not start without cookies', '} catch {', '} catch (error) {\n    throw error;'],
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
    ['sessions that are over stay', 'await change(store, sweep).catch(() => undefined);', ''],
    ['all sessions are cleared away', 'if (!isAlive(cursor.value)) cursor', 'cursor'],
    [
      'a session that is over is revived',
      'if (isAlive(found)) sessions',
      'sessions',
      'session-stores',
    ],
  ]),
  ...mutationsOf('stores/indexed-db-store.ts', 'last-words', [
    ['what a page said on its way out is not kept', 'lastWords.say(word);', ''],
    ['what arrived is said for ever', 'lastWords.forget([word]);', ''],
    ['what was taken over is said for ever', '          lastWords.forget(words);\n', ''],
    ['what is older counts', 'isNews(word, found) && lastWords.has(word)', 'lastWords.has(word)'],
    [
      'what was ended meanwhile comes back',
      'isNews(word, found) && lastWords.has(word)',
      'isNews(word, found)',
    ],
    [
      'what was said is as young as its reader',
      'enter(sessions, word, word.at + age)',
      'enter(sessions, word, end())',
    ],
    ['without room nothing can be read', '        () => undefined,\n      );', '      );'],
    [
      'without room what was said is lost',
      'if (word) return Date',
      'if (word && !age) return Date',
    ],
    ['a clock that stands still loses a change', 'latest + 1', '0'],
    ['a clock that is set back loses a change', 'latest = Math.max(latest, found.at);', ''],
    [
      'what has ended stays until something is read',
      '    void settle();\n\n    return',
      '    return',
    ],
    [
      'other tabs leave what has ended',
      '            void settle();\n            changed',
      '            changed',
    ],
    ['tabs talk over what was said', '`${place}:last`', 'place'],
    [
      'a session may be kept alive in its last state but one',
      'touch: async (id) => {\n        await settle();',
      'touch: async (id) => {',
    ],
  ]),
  ...mutationsOf('stores/last-words.ts', 'last-words', [
    ['all that is written is kept twice', 'if (isLeaving()) keep(', 'if (all()) keep('],
    ['one session takes the place of another', '...all().filter((one) => !isBefore(one)), ', ''],
    ['anything is a last word', 'words.filter(isLastWord)', 'words'],
    [
      'a storage without room stops what is written',
      '} catch {\n      // It',
      '} finally {\n      // It',
    ],
  ]),
  ...mutationsOf('stores/is-leaving.ts', 'stores', [
    ['what is written last does not arrive', "isLeaving = type === 'pagehide';", ''],
  ]),
  ...mutationsOf('stores/http-store.ts', 'stores', [
    ['changes do not wait for sign-in', 'send() : queue.enqueue(send)', 'send() : send()'],
    ['the last word waits for one before', 'isLeaving() && sending > 0 ? send() : ', ''],
    ['the last word does not wait for sign-in', 'isLeaving() && sending > 0', 'isLeaving()'],
    ['what is too large to outlive the page is refused', 'size(data) <= MOST_KEPT_ALIVE', 'true'],
    [
      'reads do not wait for changes',
      "queue.whenIdle(() => backend.request('GET', target, undefined, {}))",
      "backend.request('GET', target, undefined, {})",
    ],
    [
      'what is under way goes with its page',
      'const keepalive = size(data) <= MOST_KEPT_ALIVE;',
      'const keepalive = false;',
    ],
    [
      'a request that the page took along is a failure',
      'if (isLeaving()) return new Promise<never>(() => undefined);',
      '',
    ],
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
