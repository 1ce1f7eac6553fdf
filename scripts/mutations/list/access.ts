import { mutationsOf } from '../mutation.ts';

export const ACCESS_MUTATIONS = [
  ...mutationsOf('access/auth-guard.ts', 'guards', [
    ['everybody is let in', 'session.isAuthenticated() || toSignIn()', 'true'],
    [
      'an unknown session is let in',
      'session.isAuthenticated() ||',
      "session.status() !== 'unauthenticated' ||",
    ],
    ['nobody is led to the sign-in page', '|| toSignIn()', ''],
  ]),

  ...mutationsOf('access/guest-guard.ts', 'guards', [
    ['an unknown session counts as a guest', "session.status() === 'unauthenticated'", 'true'],
    [
      'a user may see what is for guests',
      'session.isAuthenticated() ? to(returnUrl()) : ',
      'session.isAuthenticated() || ',
    ],
    ['a user is not sent to the page asked for', 'to(returnUrl())', "to('/')"],
  ]),

  ...mutationsOf('access/role-guard.ts', 'guards', [
    ['who is not signed in is forbidden', 'if (!session.isAuthenticated()) return toSignIn();', ''],
    ['the role does not matter', 'if (session.hasRole(wanted, options.all)) ', ''],
    ['all is ignored', 'hasRole(wanted, options.all)', 'hasRole(wanted)'],
    [
      'the roles of the route are ignored',
      "roles ?? (route.data?.['roles'] as string | readonly string[])",
      'roles!',
    ],
    [
      'no role wanted is a match',
      'if (session.hasRole(wanted, options.all))',
      'if (!wanted?.length || session.hasRole(wanted, options.all))',
    ],
    [
      'redirectTo is ignored',
      'const { redirectTo = config.forbiddenPath } = options;',
      'const redirectTo: any = config.forbiddenPath;',
    ],
  ]),

  ...mutationsOf('access/session-guard.ts', 'guards', [
    ['whatever throws lets in', '} catch {\n      return false;', '} catch {\n      return true;'],
    [
      'whatever throws breaks the navigation',
      '} catch {\n      return false;',
      '} catch (error) {\n      throw error;',
    ],
    ['guards decide before the answer', '      await ready;\n', ''],
    [
      'decisions have no injection context',
      'runInInjectionContext(injector, () =>',
      '((run: any) => run())(() =>',
    ],
    [
      'guards load on their own',
      'inject(NavigationLoad).ready()',
      'session.resolve()',
      'navigation-load',
    ],
    [
      'the page asked for is the one that is shown',
      '(state as Partial<RouterStateSnapshot> | undefined)?.url',
      'undefined',
    ],
    [
      'what is neither a yes nor a way lets in',
      "return typeof target === 'boolean' && target;",
      'return answer;',
    ],
    [
      'a RedirectCommand leads back to the page itself',
      '!isCircle && answer',
      '(answer instanceof RedirectCommand || !isCircle) && answer',
    ],
    [
      'the way back to what has redirected here is taken',
      'asked.includes(url)',
      'asked[0] === url',
    ],
    [
      'a circle is not told',
      'if (ngDevMode && isCircle) warnOfCircle(injector, url, state);',
      '',
      'warn-of-circle',
    ],
    [
      'a guarded sign-in page is not told',
      'if (ngDevMode && !tree) warnOfCircle(injector, config.signInPath, state);',
      '',
      'warn-of-circle',
    ],
    ['the way back to the page itself is taken', '!isCircle && answer', 'answer'],
  ]),

  ...mutationsOf('access/return-url.ts', 'safe-return-url', [
    [
      'a hostile returnUrl is handed out',
      'return safeReturnUrl(router.parseUrl(askedUrls(router)[0]).queryParams[returnUrlParam]);',
      "return router.parseUrl(askedUrls(router)[0]).queryParams[returnUrlParam] ?? '/';",
    ],
    [
      'the name of the parameter is fixed',
      'queryParams[returnUrlParam]',
      "queryParams['returnUrl']",
    ],
    ['what is being navigated to is ignored', 'askedUrls(router)[0]', 'router.url', 'guards'],
  ]),

  ...mutationsOf('access/safe-return-url.ts', 'safe-return-url', [
    [
      'percent signs hide',
      "decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')",
      "url.split(/[?#]/, 1)[0] ?? ''",
    ],
    ['the query is checked as a path', "url.split(/[?#]/, 1)[0] ?? ''", 'url'],
    ['it may begin without a slash', "url.startsWith('/') && ", ''],
    ['unsafe paths are kept', '!UNSAFE.test(path) && ', ''],
    ['control characters are kept', ' && !CONTROL.test(url)', ''],
    ['double slashes are kept', '/\\/\\/|\\\\|', '/\\\\|'],
    ['backslashes are kept', '|\\\\|', '|'],
    ['dot segments are kept', '|\\/\\.\\.?(\\/|$)', ''],
    ['two dots are kept', '\\.\\.?(', '\\.('],
    ['one dot is kept', '\\.\\.?(', '\\.\\.('],
    ['dots at the end are kept', '(\\/|$)|', '\\/|'],
    ['hidden control characters are kept', '(\\/|$)|[\\0-\\x1f\\x7f]', '(\\/|$)'],
    ['the hidden character 7f is kept', '(\\/|$)|[\\0-\\x1f\\x7f]', '(\\/|$)|[\\0-\\x1f]'],
    ['the character 7f is kept', 'CONTROL = /[\\0-\\x1f\\x7f]/', 'CONTROL = /[\\0-\\x1f]/'],
    ['what can not be decoded is used', "// Not even a URL.\n    return '/';", 'return url;'],
  ]),

  ...mutationsOf('access/has-role.ts', 'has-role', [
    [
      'the else template is shown while nobody knows',
      'answer === null ? this.#loading : this.#denied',
      'this.#denied',
    ],
    [
      'the content is shown while nobody knows',
      'answer ? this.#granted',
      'answer !== false ? this.#granted',
    ],
    [
      'the content is always shown',
      'answer ? this.#granted : answer === null ? this.#loading : this.#denied',
      'this.#granted',
    ],
    ['the view before is not cleared', 'if (this.#shown) this.#container.clear();', ''],
    ['the view is made anew for the same answer', 'if (template === this.#shown) return;', ''],
    ['a destroyed gate stays', 'if (this.#question) this.#gates.leave(this, this.#question);', ''],
    [
      'a gate still asks what it asked before',
      'this.#gates.leave(this, this.#question);\n    this.ngOnInit();',
      'this.ngOnInit();',
    ],
    [
      'other roles are not asked for',
      'this.#wanted = roles;\n    this.#askAgain();',
      'this.#wanted = roles;',
    ],
    ['a change of all is ignored', 'this.#all = all;\n    this.#askAgain();', 'this.#all = all;'],
    [
      'another else template is ignored',
      'this.#denied = template;\n    this.#askAgain();',
      'this.#denied = template;',
    ],
    [
      'another loading template is ignored',
      'this.#loading = template;\n    this.#askAgain();',
      'this.#loading = template;',
    ],
  ]),

  ...mutationsOf('access/role-gates.ts', 'has-role', [
    ['keys are ambiguous', 'JSON.stringify([all, toRoles(wanted)])', 'String([all, wanted])'],
    [
      'all is no part of the key',
      'JSON.stringify([all, toRoles(wanted)])',
      'JSON.stringify([toRoles(wanted)])',
    ],
    [
      'roles are no part of the key',
      'JSON.stringify([all, toRoles(wanted)])',
      'JSON.stringify([all])',
    ],
    ['a role that looks like a key is one', " && !wanted.startsWith('[')", ''],
    ['an unknown session is one without roles', 'isKnown(this.#state.snapshot()) ? ', 'true ? '],
    [
      'questions are never forgotten',
      'if (!question.gates.size) this.questions.delete(question.key);',
      '',
    ],
    ['a question is forgotten while it is asked', 'if (!question.gates.size) ', ''],
    ['a new answer is not remembered', 'question.answer = answer;', ''],
    ['a new gate is not told', 'gate.show(question.answer);', ''],
    ['gates are told once only', 'gate.show(answer);', ''],
    ['a gate that has gone is told', 'if (!question.gates.has(gate)) continue;', ''],
    [
      'content that throws keeps the others shown',
      'this.#errorHandler.handleError(error);',
      'throw error;',
    ],
    [
      'a gate is a reader of the session',
      'return untracked(() =>',
      'return ((read: any) => read())(() =>',
    ],
  ]),
];
