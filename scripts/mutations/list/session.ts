import { mutationsOf } from '../mutation.ts';

export const SESSION_MUTATIONS = [
  ...mutationsOf('provide-ng-session.ts', 'provide-ng-session', [
    ['a feature may be given twice', 'if (ngDevMode) refuseRepeated(features);', ''],
    ['features provide nothing', '...features.flatMap((feature) => feature.ɵproviders),', ''],
    [
      'the configuration is checked too late',
      'useValue: resolveConfig(config)',
      'useFactory: () => resolveConfig(config)',
      'resolve-config',
    ],
    ['nothing is loaded by itself', 'inject(NavigationLoad).start();', '', 'navigation-load'],
  ]),

  ...mutationsOf('session/inject-router.ts', 'navigation-load', [
    ['an app without routes has a router', 'inject(ROUTES, { optional: true }) && ', ''],
  ]),

  ...mutationsOf('session/match-roles.ts', 'match-roles', [
    ['a string of roles is split', 'return [value];', 'return value.split(/[ ,]+/);'],
    [
      'a list may hold something else than strings',
      " && value.every((role) => typeof role === 'string')",
      '',
    ],
    [
      'what is no string is left out of a list',
      "Array.isArray(value) && value.every((role) => typeof role === 'string') ? value : []",
      "Array.isArray(value) ? value.filter((role) => typeof role === 'string') : []",
    ],
    [
      'nested lists count',
      'Array.isArray(value) && value.every',
      'Array.isArray(value) && (value = value.flat()).every',
    ],
    [
      'whatever looks like a list counts',
      'Array.isArray(value) && value.every',
      "typeof (value as any)?.length === 'number' && (value = Array.from(value as any)).every",
    ],
    [
      'sets count',
      'Array.isArray(value) && value.every',
      '(value instanceof Set ? (value = [...value]) : Array.isArray(value)) && value.every',
    ],
    ['all of nothing is a match', 'roles.length > 0 && ', ''],
    ['any of nothing is a match', ': roles.some(isHeld)', ': !roles.length || roles.some(isHeld)'],
    ...(['role', 'wanted'] as const).flatMap((role) => {
      const found = `held.has(${role})`;
      const form = role === 'role' ? 'in a list' : 'alone';
      return [
        [
          `a part of a role counts, ${form}`,
          found,
          `[...held].some((own) => own.includes(${role}))`,
        ],
        [
          `a role that is part of the wanted counts, ${form}`,
          found,
          `[...held].some((own) => ${role}.includes(own))`,
        ],
        [
          `case does not matter, ${form}`,
          found,
          `[...held].some((own) => own.toLowerCase() === ${role}.toLowerCase())`,
        ],
      ] as const;
    }),
    ['any is enough for all', 'roles.every(isHeld)', 'roles.some(isHeld)'],
    ['all are needed for any', ': roles.some(isHeld)', ': roles.length > 0 && roles.every(isHeld)'],
  ]),

  ...mutationsOf('backend/mutation-queue.ts', 'session-service.races', [
    [
      'changes do not wait for each other',
      '(before ? from(before).pipe(switchMap(request)) : defer(request))',
      'defer(request)',
    ],
    [
      'the first change that ends opens the queue',
      'if (this.#last === mine) this.#last = null;',
      'this.#last = null;',
    ],
    [
      'a change that failed blocks the queue',
      'next: release, finalize: release',
      'next: release',
      'session-service.operations',
    ],
    [
      'the queue opens after the answer only',
      'next: release, finalize: release',
      'finalize: release',
    ],
    [
      'reads do not wait for changes',
      'return this.#last\n      ? from',
      'return false\n      ? from',
    ],
    [
      'reads wait for one change only',
      'switchMap(() => this.whenIdle(request))',
      'switchMap(request)',
    ],
    ['a change without an answer never ends', 'throwIfEmpty(),', '', 'session-service.operations'],
  ]),

  ...mutationsOf('session/navigation-load.ts', 'navigation-load', [
    ['the leg after a redirect loads again', 'if (!isRedirect) this.#current', 'this.#current'],
    ['nothing loads after a redirect', 'isRedirect = false;\n      } else', '} else'],
    [
      'every cancelled navigation is a redirect',
      'event.code === NavigationCancellationCode.Redirect',
      'true',
    ],
    ['nothing loads where there is no router', '!this.#router || this', 'this'],
    [
      'guards load each on their own',
      'this.#current ?? this.#session.resolve()',
      'this.#session.resolve()',
    ],
    [
      'only the first navigation loads',
      'if (!isRedirect) this.#current =',
      'if (!isRedirect) this.#current ??=',
    ],
    ['a navigation that began before is missed', ' || this.#router.currentNavigation()', ''],
  ]),

  ...mutationsOf('session/retry-after.ts', 'retry-after', [
    ['a clock that was set back waits for ever', 'wait > 0 && wait <= LONGEST_WAIT', 'wait > 0'],
    [
      'the server may make it wait for ever',
      'Math.min(wait * (1 + random / 10), LONGEST_WAIT)',
      'wait * (1 + random / 10)',
    ],
    ['all come back at once', 'wait * (1 + random / 10)', 'wait'],
    [
      'a date is not read',
      'isNaN(seconds) ? Date.parse(header) - now : seconds * 1000',
      'seconds * 1000',
    ],
    ['a wait may be negative', 'return wait > 0 ? ', 'return !isNaN(wait) ? '],
  ]),

  ...mutationsOf('session/session-event.ts', 'session-events', [
    [
      'an event without a change is told',
      'if (user === before.user) return null;',
      'if (user === before.user && !user) return null;',
    ],
    [
      'every end is a sign-out',
      'return { type: end, source };',
      "return { type: 'signedOut', source };",
      'session-service.update',
    ],
    ['another person is an update', "isOther ? 'identityChanged' : arrival", 'arrival'],
    [
      'every update is another person',
      "isOther ? 'identityChanged' : arrival",
      "before.user ? 'identityChanged' : arrival",
    ],
    [
      'whom a page load finds has signed in',
      "before.status === 'unauthenticated' ? 'signedIn' : 'updated'",
      "before.user ? 'updated' : 'signedIn'",
    ],
    [
      'a sign-in is an update',
      "before.status === 'unauthenticated' ? 'signedIn' : 'updated'",
      "'updated'",
    ],
    [
      'a sign-in is told as of the server',
      ': arrival, source, user',
      ": arrival, source: 'server', user",
    ],
  ]),

  ...mutationsOf('session/session-snapshot.ts', 'session-service.update', [
    [
      'an answer does not end what was stale',
      'stale: false, error: null, updatedAt };',
      'stale: true, error: null, updatedAt };',
    ],
    [
      'somebody is always signed in',
      "user ? 'authenticated' : 'unauthenticated'",
      "'authenticated'",
    ],
    ['a failure is not stale', 'stale: true, error };', 'stale: false, error };'],
    ['a failure forgets its reason', 'stale: true, error };', 'stale: true };'],
    ['a failure forgets the user', '{ ...before, status,', '{ ...before, user: null, status,'],
    [
      'a failure counts as an answer',
      '{ ...before, status,',
      '{ ...before, updatedAt: new Date(), status,',
    ],
    [
      'the status is error after every failure',
      "before.status === 'loading' ? 'error' : before.status",
      "'error'",
    ],
    [
      'the status is never error',
      "before.status === 'loading' ? 'error' : before.status",
      'before.status',
    ],
    [
      'a failure means that nobody is signed in',
      "before.status === 'loading' ? 'error' : before.status",
      "before.status === 'loading' ? 'unauthenticated' : before.status",
    ],
    [
      'a failed session counts as known',
      "status === 'authenticated' || status === 'unauthenticated'",
      "status !== 'loading'",
      'has-role',
    ],
    [
      'a session that loads counts as known',
      "status === 'authenticated' || status === 'unauthenticated'",
      "status !== 'error'",
      'has-role',
    ],
    [
      'what was never answered is fresh',
      'updatedAt !== null && ',
      '',
      'session-service.operations',
    ],
    [
      'an answer from the future is fresh',
      '+updatedAt <= now && ',
      '',
      'session-service.operations',
    ],
    [
      'an answer is fresh for one millisecond more',
      '+updatedAt + cache > now',
      '+updatedAt + cache >= now',
      'session-service.operations',
    ],
    [
      'an answer is not fresh in its own millisecond',
      '+updatedAt <= now',
      '+updatedAt < now',
      'session-service.operations',
    ],
  ]),

  ...mutationsOf('session/sign-in-tree.ts', 'guards', [
    [
      'the page asked for is forgotten',
      'tree.queryParams = { ...tree.queryParams, [config.returnUrlParam]: asked[0] };',
      '',
    ],
    ['the query of the sign-in path is lost', '...tree.queryParams, ', ''],
    ['the name of the parameter is fixed', '[config.returnUrlParam]', 'returnUrl'],
    ['the path is fixed', 'router.parseUrl(config.signInPath)', "router.parseUrl('/sign-in')"],
    [
      'the page that is shown is taken for the one asked for',
      'if (!navigation) return [shown];',
      'if (!navigation || shown) return [shown];',
    ],
    [
      'the sign-in page leads to itself',
      'if (asked.some((url) => pathOf(url) === path)) return false;',
      '',
      'unauthorized-interceptor',
    ],
    [
      'the sign-in page with a query leads to itself',
      'pathOf(url) === path',
      'url === path',
      'unauthorized-interceptor',
    ],
    [
      'a redirect of the sign-in page to what is guarded leads round and round',
      'asked.some((url) => pathOf(url) === path)',
      'pathOf(asked[0]) === path',
    ],
    [
      'the page asked for is the one before a redirect',
      'router.serializeUrl(finalUrl ?? extractedUrl)',
      'router.serializeUrl(extractedUrl)',
    ],
  ]),

  ...mutationsOf('session/to-session-error.ts', 'session-service.update', [
    [
      'an unreadable answer is a fault of the server',
      "|| String(cause.status).startsWith('2')",
      '',
    ],
    ['a time-out is a fault of the network', "?.name === 'TimeoutError'", "?.name === ''"],
    ['every lost connection is a time-out', "?.name === 'TimeoutError'", "?.name !== ''"],
    ['a status is a fault of the network', 'if (cause.status) {', 'if (false) {'],
    [
      'the response is not the cause',
      '`the server answered ${String(cause.status)}.`,\n      cause,',
      '`the server answered ${String(cause.status)}.`,',
    ],
    ['what was thrown is not the cause', "look at `cause`.',\n      cause,", "look at `cause`.',"],
    ['an error of the library is wrapped', 'if (cause instanceof SessionError) return cause;', ''],
  ]),

  ...mutationsOf('session/user-signal.ts', 'user-signal', [
    [
      'inherited properties are read',
      'value && Object.hasOwn(value, prop) ? value[prop] : undefined',
      'value?.[prop]',
    ],
    ['it is no signal', 'return Object.assign(read, user);', 'return read as any;'],
    ['what else it is called with is a property', "typeof prop !== 'string'", 'prop === undefined'],
  ]),
];
