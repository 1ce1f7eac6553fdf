import { mutationsOf } from '../mutation.ts';

export const TAB_SYNC_MUTATIONS = [
  ...mutationsOf('features/tabs/tab-sync.ts', 'with-tab-sync', [
    ['what another tab has told is told again', "source === 'tab' || ", ''],
    ['everything is told', '|| !TOLD.has(type)', ''],
    [
      'it is told before the server knows',
      'const isSaid = updatedAt !== null && !stale;',
      'const isSaid = true;',
    ],
    ['a sign-out that failed is not told', 'stale && this.#isNew', 'false'],
    [
      'a sign-out that failed is told once only',
      'this.#isOwed = !isSaid;',
      'this.#isOwed = false;',
    ],
    [
      'each change of an answer is told',
      'queueMicrotask(() => {\n        this.#tell(channel);\n      });',
      'this.#tell(channel);',
    ],
    [
      'a read that is under way will do',
      'if (untracked(this.#session.isRefreshing)) await this.#update();',
      '',
    ],
    ['a tab never hears again', 'this.#following = null;', ''],
    ['it is told as of the server', "update({}, 'tab')", 'update({})'],
  ]),
  ...mutationsOf('features/with-tab-sync.ts', 'with-tab-sync', [
    ['all apps share a channel', '`${name}:tabs`', "'ng-session:tabs'"],
  ]),
  ...mutationsOf('features/with-tokens.ts', 'session-modes', [
    ['a tab trusts its own token', 'isShared(resolved) ?', '(true as boolean) ?'],
  ]),
  ...mutationsOf('stores/tab-channel.ts', 'with-tab-sync', [
    ['there is no way without channels', "!('BroadcastChannel' in window)", '(false as boolean)'],
    ['something stays in the storage', 'window.localStorage.removeItem(name);', ''],
    ['a blocked storage stops the app', '} catch {', '} catch (error) {\n        throw error;'],
    ['each message counts twice', ' && newValue !== null', ''],
    ['other keys count', 'key === name && ', ''],
    ['a channel outlives the application', 'channel.close();', '', 'with-tab-sync'],
  ]),
  ...mutationsOf('features/tabs/page-return.ts', 'page-return', [
    [
      'a page that is left is not hidden',
      'this.#reveal ??= conceal(this.#document);',
      'this.#reveal ??= () => undefined;',
    ],
    ['the page of somebody else is shown', 'this.#era !== this.#state.era', '(false as boolean)'],
    ['a page is shown while nobody knows', 'isKnown(snapshot) && !snapshot.stale', 'true'],
    ['a page stays hidden after a failure', 'this.#retry.set(RETRY, again);', ''],
    ['every page is asked for', "'persisted' in event && event.persisted", 'true'],
    [
      'a hidden page outlives its application',
      'this.#destroyRef.onDestroy(() => this.#reveal?.());',
      '',
    ],
  ]),
  ...mutationsOf('features/tabs/conceal.ts', 'page-return', [
    [
      'a style is lost',
      "style.setProperty('display', value, priority);",
      "style.removeProperty('display');",
    ],
    ['a page forgets where it was', 'window?.scrollTo(left, top);', ''],
    ['a style of the page is stronger', "'none', 'important'", "'none'"],
  ]),
];
