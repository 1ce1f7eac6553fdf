import { mutationsOf } from '../mutation.ts';

export const FLASH_MUTATIONS = [
  ...mutationsOf('flash/flash-pages.ts', 'flash-messages', [
    [
      'a cancelled navigation counts',
      'event instanceof NavigationEnd || ',
      'event instanceof NavigationEnd || event instanceof NavigationCancel || ',
    ],
    [
      'a failed navigation counts',
      'event instanceof NavigationEnd || ',
      'event instanceof NavigationEnd || event instanceof NavigationError || ',
    ],
    ['the URL that is shown does not count', ' || isAtTarget(event)', ''],
    ['messages come after the constructors', 'this.#arrival = this.#depart();\n  }', '}'],
    [
      'what a page that failed was for is lost',
      '[...this.#arrival.shares, ...this.#waiting]',
      'this.#waiting',
    ],
    [
      'the page that is left shows what is for the next',
      '|| router.routerState === this.#left',
      '',
    ],
    [
      'messages stay',
      'this.#shown.set(messages);\n    this.#forget',
      'this.#shown.update((shown) => ({ ...shown, ...messages }));\n    this.#forget',
    ],
    [
      'what was shown stays among the data',
      'this.#forget(shares);\n    this.#awaits',
      'this.#awaits',
    ],
    [
      'an empty trace stays among the data',
      'if (left && !Object.keys(left).length) this.#data.forget(SHARES);',
      '',
    ],
    [
      'what is shown now is not copied',
      'toKept(change(untracked(() => this.read()))) as FlashBag',
      'change(untracked(() => this.read()))',
    ],
    [
      'what is shown can be added to',
      'return Object.freeze(Object.assign({}, ...messages) as FlashBag);',
      'return Object.assign({}, ...messages) as FlashBag;',
    ],
    ['the end of a session ends nothing that is shown', 'this.#shown.set({});', '', 'flash-pages'],
    ['what was left is never found', 'this.#hasLoaded = true;', 'return;', 'flash-pages'],
    ['what other tabs flash is found', 'if (this.#hasLoaded || ', 'if (', 'flash-pages'],
    [
      'what was left is shown before the page',
      'if (!this.#isSettled())',
      'if (false)',
      'flash-pages',
    ],
    ['what was left stays', 'this.#forget(found);', '', 'flash-pages'],
    [
      'an answer without messages is not the one that was awaited',
      'this.#awaitsAnswer = false;\n    if (!messages) return;',
      'if (!messages) return;\n    this.#awaitsAnswer = false;',
      'flash-pages',
    ],
    [
      'an answer is never for the page that is shown',
      '= this.#awaitsAnswer && this.#isSettled()',
      '= false',
      'flash-pages',
    ],
    [
      'an answer is always for the page that is shown',
      '= this.#awaitsAnswer && this.#isSettled()',
      '= this.#isSettled()',
      'flash-pages',
    ],
  ]),
  ...mutationsOf('flash/follow-server.ts', 'flash-pages', [
    ['an answer that came too late is taken', 'if (isCurrent) found', 'found'],
    ['the user keeps the messages', 'return user;', 'return body;'],
    ['any flash is taken', " || !isPlainObject(body['flash'])", ''],
    ['what came before stays with the user', 'data.forget(IN_USER);', ''],
    [
      'what no session can keep is taken',
      'found = keepable(flash) as FlashBag',
      'found = flash as FlashBag',
    ],
  ]),
  ...mutationsOf('flash/keepable.ts', 'form-input', [
    ['secrets are kept', ' && !isDropped(above, key)', ''],
    ['secrets are dropped at the top only', 'keepable(item, isDropped, key, depth + 1)', 'item'],
    ['secrets in lists are kept', 'keepable(item, isDropped, above, depth + 1)', 'item'],
    [
      'the name around a field does not count',
      'keepable(item, isDropped, key, depth + 1)',
      "keepable(item, isDropped, '', depth + 1)",
    ],
    ['inherited names are kept', 'isSafeKey(key) && ', ''],
    ['a cycle has no end', 'if (depth > MAX_DEPTH) return undefined;', ''],
  ]),
  ...mutationsOf('flash/is-secret-key.ts', 'is-secret-key', [
    ['capitals hide a secret', 'word.toLowerCase()', 'word'],
    ['tokenizer is a token', '(token|secret|pwd)s?$', '(token|secret|pwd)s?'],
    ['shipping is a pin', '/^(pass|pin|', '/(pass|pin|'],
    ['words that are put together are no secret', "JOINED.test(lower.join(''))", 'false'],
  ]),
  ...mutationsOf('flash/flash-messages.ts', 'flash-messages', [
    [
      'flashOnly() keeps secrets',
      'this.#add(only(formInput(form), keys));',
      'this.#add(only(form as FlashBag, keys));',
    ],
    [
      'flashExcept() keeps secrets',
      'this.#add(except(formInput(form), keys));',
      'this.#add(except(form as FlashBag, keys));',
    ],
    ['flashAll() keeps secrets', 'this.#add(formInput(form));', 'this.#add(form as FlashBag);'],
    [
      'what is flashed again is newer',
      '({ ...messages, ...waiting })',
      '({ ...waiting, ...messages })',
    ],
    ['what was flashed before is lost', '({ ...waiting, ...messages })', 'messages'],
    ['errors of fields are lost by others', '...toErrorBag(waiting[ERRORS]), ', ''],
  ]),
  ...mutationsOf('flash/error-bag.ts', 'validation-errors', [
    [
      'what is no text is a message',
      "list.filter((message) => typeof message === 'string')",
      'list as string[]',
    ],
    ['inherited names are fields', ' && isSafeKey(field)', ''],
  ]),
  ...mutationsOf('flash/validation-errors.ts', 'validation-errors', [
    ['any status has errors', '/^4(00|22)$/', '/^/'],
    ['errors without a field are lost', 'name || NO_FIELD', 'name'],
    [
      'a pointer that can not be decoded throws',
      'catch {',
      'catch (error) {\n    if (error) throw error;',
    ],
  ]),
  ...mutationsOf('flash/show-while.ts', 'flash-directives', [
    [
      'each message has a view of its own',
      '} else if (view) {',
      '} else if (false as boolean && view) {',
    ],
    ['a view stays without its message', 'container.clear();', ''],
    ['a view keeps its first message', 'view.context.$implicit = shown;', ''],
  ]),
];
