import { expressMutationsOf } from '../mutation.ts';

/** What holds a session to its end, whatever comes at the same moment or late. */
export const EXPRESS_ENDINGS_MUTATIONS = [
  ...expressMutationsOf('lifecycle/end-session.ts', 'routes/five-routes', [
    ['a sign-out ends nothing', '(await destroySession(store, id))', 'true'],
    [
      'a sign-out leaves the cookie',
      'response.clearCookie(name, { path, httpOnly, sameSite, secure });',
      '',
    ],
    [
      'a late sign-out takes a newer cookie away',
      'if (!isCookieDead || response.headersSent) return;',
      'if (response.headersSent) return;',
      'lifecycle/dead-cookie',
    ],
    [
      'a sign-out of an answer under way breaks it',
      'if (!isCookieDead || response.headersSent) return;',
      'if (!isCookieDead) return;',
      'lifecycle/after-the-answer',
    ],
    [
      'a late sign-out ends nothing',
      'version === null ? endedId : request.sessionID',
      'version === null ? null : request.sessionID',
      'lifecycle/dead-cookie',
    ],
  ]),
  ...expressMutationsOf('lifecycle/destroy-session.ts', 'lifecycle/dead-cookie', [
    ['what a session has become lives on', 'next = found.successor;', 'next = null;'],
    [
      'what a session has become is not known to have ended',
      'wasAlive ||= found.wasAlive;',
      '',
      'routes/five-routes',
    ],
  ]),
  ...expressMutationsOf('lifecycle/hold-answer.ts', 'lifecycle/hold-answer', [
    [
      'another answer has its status',
      'Object.assign(response, { statusCode, statusMessage });',
      '',
    ],
    ['another answer has its headers', 'if (!isSame) response.setHeader(name, value);', ''],
    [
      'the headers of another answer go along',
      'headers[name] === undefined) response.removeHeader(name);',
      'false) response.removeHeader(name);',
    ],
    [
      'the cookie of a session is taken for one of another answer',
      'name !== COOKIES && headers',
      'headers',
    ],
    [
      'the cookie of a session is lost beside one of the app',
      'name === COOKIES || response.getHeader(name) === value',
      'response.getHeader(name) === value',
    ],
    ['what is written after the end goes first', 'write: () => true, ', ''],
    ['another head goes first', 'writeHead: () => response', ''],
  ]),
  ...expressMutationsOf('lifecycle/answer-errors.ts', 'lifecycle/hold-answer', [
    [
      'a failure after the end of an answer cuts it off',
      'if (!isEnding) response.destroy();',
      'response.destroy();',
    ],
    [
      'a failure after the end of an answer takes its cookie back',
      'if (!response.headersSent && !isEnding)',
      'if (!response.headersSent)',
    ],
  ]),
  ...expressMutationsOf('lifecycle/begin-anew.ts', 'lifecycle/dead-cookie', [
    [
      'who was signed in signs the next one out',
      'request.session.userId === undefined ? id : undefined',
      'id',
    ],
    [
      'nobody knows what the session of a guest has become',
      'request.session.userId === undefined ? id : undefined',
      'undefined',
    ],
    [
      'a session that has ended gets a new id',
      'if (hasEnded) known.isOver = true;',
      '',
      'lifecycle/late-requests',
    ],
  ]),
  ...expressMutationsOf('lifecycle/note-end.ts', 'lifecycle/dead-cookie', [
    ['a late request begins a session', 'known.isOver = true;', ''],
    ['a planted cookie ends a session for a day', ' || !isLate(destroyedAt, Date.now())', ''],
    [
      'whoever keeps a dead cookie never begins anew',
      'return now - destroyedAt < LONGEST_WAY;',
      'return true;',
    ],
    ['a late sign-out does not know what to end', 'known.endedId = id;', ''],
  ]),
  ...expressMutationsOf('lifecycle/replace-session.ts', 'lifecycle/ended-at-once', [
    [
      'a sign-in survives its revocation',
      "if (revokedAt !== null && revokedAt > since) return 'ended';",
      '',
    ],
    ['whoever ends all sessions can begin none', ' && revokedAt > since', ''],
    [
      'a session that has ended goes on under a new id',
      "return successor === null ? 'ended' : 'moved';",
      "return 'stored';",
    ],
    [
      'a revoked session stays stored',
      "if (replaced !== 'stored') {\n    await store.destroy(id);",
      "if (replaced !== 'stored') {",
    ],
    [
      'a session that nobody has stays where its sign-in has failed',
      'await Promise.allSettled([store.destroy(id)]);',
      '',
      'lifecycle/failing-store',
    ],
    ['nobody knows what a session has become', 'isSuccessor ? id : undefined', 'undefined'],
    [
      'a late tab signs somebody else out',
      'isSuccessor ? id : undefined',
      'id',
      'lifecycle/dead-cookie',
    ],
    [
      'a sign-out of one person refuses the sign-in of another',
      'wasAlive || !isSuccessor',
      'wasAlive',
    ],
    [
      'the old id lives on',
      'if (from === null) return',
      'if (from !== "") return',
      'routes/five-routes',
    ],
    ['nobody can sign in with a dead cookie', 'known.isOver = false;', '', 'lifecycle/dead-cookie'],
    [
      'a new session is written once more',
      'known.before = toText(request.session);',
      '',
      'lifecycle/session-events',
    ],
  ]),
  ...expressMutationsOf('routes/sign-in-route.ts', 'lifecycle/ended-at-once', [
    ['a sign-in begins when its password is checked', 'user, { since }', 'user'],
  ]),
  ...expressMutationsOf('collection/session-collection.ts', 'lifecycle/ended-at-once', [
    [
      'sign-ins under way are not revoked',
      'await this.#listing().revoke?.(userId, nextMoment());',
      '',
    ],
  ]),
  ...expressMutationsOf('lifecycle/next-moment.ts', 'lifecycle/next-moment', [
    ['two moments are the same', 'last + STEP', 'last'],
  ]),
  ...expressMutationsOf('lifecycle/write-stored.ts', 'lifecycle/merge-changes', [
    ['a request gives up at once', 'tries < MAX_TRIES', 'tries < 1'],
    ['a request never gives up', 'tries < MAX_TRIES', 'tries < 1000', 'flash/flash-messages'],
    [
      'a session lasts longer with each change',
      'ageToKeep(session, options)',
      'options.age',
      'lifecycle/session-age',
    ],
    ['a change is made on an old session', 'attempt = null;\n  }', '}'],
  ]),
  ...expressMutationsOf('lifecycle/is-read-only.ts', 'lifecycle/session-age', [
    [
      'readOnly is told what a router has left of the path',
      'path: pathOf(request)',
      'path: request.path',
    ],
  ]),
  ...expressMutationsOf('lifecycle/refuse-foreign-data.ts', 'lifecycle/refuse-foreign-data', [
    ['the data of somebody else is written', 'owner !== undefined && owner !== nextOwner', 'false'],
    ['the data of somebody is left to nobody', 'return isNobody || ', 'return '],
  ]),
  ...expressMutationsOf('flash/flash-messages.ts', 'flash/flash-messages', [
    ['a HEAD takes messages', "request.method === 'GET' && ", ''],
    [
      'a link of another site takes messages',
      " && request.get('sec-fetch-mode') !== 'navigate'",
      '',
    ],
    ['a request that only reads takes messages', 'isOfApp && !isReadOnly(request)', 'isOfApp'],
  ]),
  ...expressMutationsOf('lifecycle/answer-failure.ts', 'lifecycle/after-the-answer', [
    ['a failure takes the sealed session', 'line.startsWith(`${sealedName}=`)', 'false'],
    ['a failure leaves a dead cookie', 'line.startsWith(`${name}=`) ||', ''],
    [
      'a failure of the store brings its cookie',
      ' || known.isAbandoned',
      '',
      'lifecycle/failing-store',
    ],
  ]),
  ...expressMutationsOf('lifecycle/answer-failure.ts', 'lifecycle/answer-errors', [
    [
      'the status of another server is answered',
      'expose === true ? messageOf(status) : undefined',
      'messageOf(status)',
    ],
    [
      'any status is answered',
      'status >= 400 && status < 500 ? STATUS_CODES[status] : undefined',
      'STATUS_CODES[status]',
    ],
  ]),
  ...expressMutationsOf('stores/stored-entry.ts', 'stores/memory-store', [
    [
      'a session is alive once more',
      '{ wasAlive: false, successor: entry',
      '{ wasAlive: true, successor: entry',
    ],
    ['a successor is forgotten', 'successor: entry.successor ?? null', 'successor: null'],
    ['the end of a session has no time', 'entry.expiresAt - TOMBSTONE_AGE', 'entry.expiresAt'],
  ]),
  ...expressMutationsOf('stores/memory-store.ts', 'stores/memory-store', [
    ['the last end counts', 'if (!isTombstone(entry)) this.#set', 'this.#set'],
  ]),
  ...expressMutationsOf('stores/file-store.ts', 'stores/file-store', [
    ['the last end counts', 'if (!isTombstone(entry)) await', 'await'],
    [
      'a successor does not outlast the process',
      'return { id, text, version, expiresAt, successor };',
      'return { id, text, version, expiresAt };',
    ],
  ]),
  ...expressMutationsOf('stores/adopted-store.ts', 'stores/adopted-store', [
    [
      'the last end counts',
      'if (before) return { wasAlive: false, successor: before.successor };',
      '',
    ],
    ['to end what is not there fails', '.catch(nullIfMissing);\n      // Not', ';\n      // Not'],
    [
      'what the store could not end is told as its end',
      'done)).catch(nullIfMissing);\n      // Not',
      'done)).catch(() => null);\n      // Not',
    ],
    [
      'what the store could not end is taken for ended',
      'const wasAlive = (await this.#get(id)) !== null;',
      'const wasAlive = (await this.#get(id)) !== null;\n      this.#tombstones.set(id, { endedAt: 0, successor });',
    ],
  ]),
  ...expressMutationsOf('stores/sqlite/prepare-statements.ts', 'stores/sqlite/sqlite-store', [
    [
      'the last end counts',
      'CASE WHEN ${isTombstone} THEN expires_at ELSE excluded.expires_at END',
      'excluded.expires_at',
    ],
    [
      'the last successor counts',
      'CASE WHEN ${isTombstone} THEN successor ELSE excluded.successor END',
      'excluded.successor',
    ],
    ['an earlier revocation counts', 'max(revoked_at, excluded.revoked_at)', 'excluded.revoked_at'],
  ]),
  ...expressMutationsOf('stores/redis/scripts.ts', 'stores/redis/redis-store.redis', [
    [
      'an earlier revocation counts',
      'if latest and tonumber(latest) > tonumber(at) then at = latest end',
      '',
    ],
  ]),
  ...expressMutationsOf('stores/revocations.ts', 'stores/memory-store', [
    ['an earlier revocation counts', 'Math.max(at, this.latest(userId) ?? at)', 'at'],
  ]),
  ...expressMutationsOf('stores/ttl-map.ts', 'stores/ttl-map', [
    [
      'what is over is still there',
      'entry && entry.until > Date.now() ? entry.value',
      'entry ? entry.value',
    ],
    ['what is set again is forgotten too early', 'now + this.#age', 'now'],
  ]),
];
