import { expressMutationsOf } from '../mutation.ts';

export const EXPRESS_LIFECYCLE_MUTATIONS = [
  ...expressMutationsOf('lifecycle/regenerate-session.ts', 'lifecycle/late-requests', [
    [
      'a session that has ended gets a new id',
      'if (version !== null && latest === null) return;',
      '',
    ],
    [
      'what others have changed is lost with a new id',
      'latest ? mergeChanges(toStored(known.before), mine, latest.session) : mine',
      'mine',
      'lifecycle/start-session',
    ],
    ['the user is lost with a new id', 'known.user = user;', '', 'lifecycle/start-session'],
    [
      'the old id lives on',
      'await promisify(request.session.regenerate.bind(request.session) as Regenerate)();',
      '',
      'lifecycle/start-session',
    ],
    ['nobody is told of a new id', 'events.emit(', '((..._) => 0)(', 'lifecycle/session-events'],
  ]),
  ...expressMutationsOf('lifecycle/end-session.ts', 'routes/five-routes', [
    ['a sign-out ends nothing', 'await promisify(session.destroy.bind(session))();', ''],
    [
      'a sign-out leaves the cookie',
      'response.clearCookie(name, { path, httpOnly, sameSite, secure });',
      ';',
    ],
    [
      'a late sign-out takes a newer cookie away',
      'if (!hasEnded) response.clearCookie(',
      'response.clearCookie(',
      'lifecycle/late-requests',
    ],
  ]),
  ...expressMutationsOf('lifecycle/start-session.ts', 'routes/five-routes', [
    [
      'the id stays at a sign-in',
      'await promisify(request.session.regenerate.bind(request.session) as Regenerate)();',
      '',
    ],
    ['the data of somebody else goes along', 'return isOwn ?', 'return true ?'],
    [
      'messages for somebody else go along',
      '(owner === undefined || owner === userId)',
      'true',
      'lifecycle/start-session',
    ],
    ['messages are lost at a sign-in', 'session.flash = flash;', ';', 'lifecycle/start-session'],
    [
      'the data is not read again',
      'before === null ? request.session.data : carriedData(before.session, userId)',
      'carriedData(request.session, userId)',
      'lifecycle/start-session',
    ],
    [
      'the data of an ended session goes along',
      'if (!hasEnded) session.data = data;',
      'session.data = data;',
      'lifecycle/start-session',
    ],
    ['nobody is noted as signed in', 'session.userId = userId;', ''],
    [
      'a session has no token',
      'session.xsrfToken = createXsrfToken();',
      '',
      'security/require-xsrf-token',
    ],
    [
      'nobody knows when somebody has signed in',
      'session.signedInAt = now;',
      '',
      'access/requirements',
    ],
    [
      'a device may have any name',
      '.slice(0, LONGEST_DEVICE)',
      '',
      'collection/session-collection',
    ],
    ['nobody is told of a sign-in', 'events.emit(', '((..._) => 0)(', 'lifecycle/session-events'],
  ]),
  ...expressMutationsOf('lifecycle/commit-session.ts', 'lifecycle/late-requests', [
    [
      'an ended session brings its cookie',
      "known.renewsCookie = result === 'written';",
      '',
      'lifecycle/session-age',
    ],
    ['a cookie of an ended session is sent', 'if (known.isOver) Reflect', 'if (false) Reflect'],
    [
      'a request does not keep its session alive',
      'await renewSession(request);',
      '',
      'lifecycle/session-age',
    ],
    [
      'an answer that is under way does not keep its session alive',
      '!(await store.touch(request.sessionID, timeLeft(session, options)))',
      'false',
      'lifecycle/session-age',
    ],
    [
      'a session is kept alive for longer than it lasts',
      'Math.max(1, timeLeft(session, options))',
      'options.age',
      'lifecycle/session-age',
    ],
    [
      'a request that only reads stores its change',
      'if (isChanged) throw new SessionError',
      'if (false) throw new SessionError',
      'lifecycle/session-age',
    ],
    [
      'a request that only reads keeps a session alive',
      'options.readOnly(requestLine(request))',
      'false',
      'lifecycle/session-age',
    ],
    [
      'readOnly is told what a router has left of the path',
      'path: pathOf(request)',
      'path: request.path',
      'lifecycle/session-age',
    ],
    [
      'sessions that are switched off send a cookie',
      'if (!options.isEnabled) {\n    known.isOver = true;',
      'if (false) {',
      'lifecycle/session-age',
    ],
    ['each request writes', '>= Math.min(MINUTE, age / 100)', '>= 0', 'lifecycle/session-age'],
    ['nobody was seen', 'if (isDue) session.seenAt = Date.now();', '', 'lifecycle/session-age'],
    [
      'an answer that is under way is noted in a cookie',
      'version !== null && response.headersSent',
      'false',
      'lifecycle/session-age',
    ],
    [
      'an answer of a moment later brings its cookie again',
      '} else {\n    known.renewsCookie = false;',
      '} else {\n',
      'lifecycle/session-age',
    ],
  ]),
  ...expressMutationsOf('lifecycle/commit-before-answer.ts', 'lifecycle/failing-store', [
    ['the headers of an answer that is not sent stay', '!ours.includes(name)', 'false'],
    ['an answer that is cut off looks whole', 'response.destroy();', 'known.end();'],
    ['half of an answer is followed by a failure', 'if (response.headersSent) throw error;', ''],
    ['a store that fails is not logged', 'logFailure(error, request, log);', ''],
    [
      'an answer under way renews the cookie',
      ': withoutOldCookie(request, () => writeHead(...args))) as',
      ': writeHead(...args)) as',
      'lifecycle/late-requests',
    ],
    [
      'an answer under way of sessions that are off brings a cookie',
      'isNew && options.isEnabled',
      'isNew',
      'lifecycle/session-age',
    ],
    [
      'the answer goes before its session is stored',
      'commitSession(request)\n',
      'commitSession(request);\n    Promise.resolve()\n',
    ],
  ]),
  ...expressMutationsOf('lifecycle/request-session.ts', 'lifecycle/failing-store', [
    [
      'what the store has refused is tried once more',
      "found.isCommitted = true;\n  Reflect.deleteProperty(request, 'session');",
      '',
    ],
  ]),
  ...expressMutationsOf('lifecycle/express-store.ts', 'lifecycle/session-age', [
    [
      'a session lasts beyond its end',
      'if (left <= 0) {',
      'if (false) {',
      'collection/session-collection',
    ],
    ['the cookie is not renewed', 'rolling: true', 'rolling: false', 'security/session-cookie'],
    [
      'who keeps nothing gets a session',
      'saveUninitialized: false',
      'saveUninitialized: true',
      'routes/five-routes',
    ],
    [
      'new secrets sign people out',
      'secret: [...secrets]',
      'secret: secrets[0]',
      'security/session-cookie',
    ],
    [
      'no cookie ends with the browser',
      'isTransient ? null : age',
      'age',
      'security/session-cookie',
    ],
    [
      'scripts read the cookie',
      'return { path, httpOnly, sameSite',
      'return { path, httpOnly: false, sameSite',
      'security/session-cookie',
    ],
    [
      'the cookie of an old session lasts too long',
      'cookie: this.cookie(left)',
      'cookie: this.cookie(this.options.age)',
    ],
    [
      'somebody else is shown after a sign-out',
      'sessionOf(request).user = null;',
      '',
      'lifecycle/start-session',
    ],
    [
      'the user is stored',
      'const USER = {\n  configurable: true,',
      'const USER = {\n  configurable: true,\n  enumerable: true,',
      'lifecycle/express-store',
    ],
    [
      'the old id stays at a sign-in',
      'else this.destroy(request.sessionID, next);',
      'else next();',
      'routes/five-routes',
    ],
  ]),
  ...expressMutationsOf('lifecycle/save-session.ts', 'lifecycle/merge-changes', [
    [
      'the later request writes over the earlier one',
      'stored = mergeChanges(before, stored, latest.session);',
      '',
    ],
    ['a request gives up at once', 'tries < MAX_TRIES', 'tries < 1'],
    [
      'a session that has ended gets its cookie back',
      'known.isOver = true;',
      '',
      'lifecycle/late-requests',
    ],
    [
      'what was written is taken for a new session',
      'known.version = WRITTEN;',
      'known.version = null;',
      'lifecycle/start-session',
    ],
    [
      'a session lasts longer with each change',
      'Math.max(1, timeLeft(session, options))',
      'options.age',
      'lifecycle/session-age',
    ],
    [
      'nobody is told of a new session',
      "if (version === null) events.emit('session:initiated', { id });",
      '',
      'lifecycle/session-events',
    ],
    [
      'nobody is told of changes',
      "events.emit('session:committed', { id });",
      '',
      'lifecycle/session-events',
    ],
  ]),
  ...expressMutationsOf('lifecycle/merge-changes.ts', 'lifecycle/merge-changes', [
    ['nothing of theirs stays', 'if (isDeepStrictEqual(before, mine)) return theirs;', ''],
    ['the base of deep changes is lost', 'isPlainObject(before) ? before : {}', '{}'],
    [
      'what I have removed comes back',
      '...Object.keys(theirs), ...Object.keys(mine)',
      '...Object.keys(mine)',
    ],
    [
      'names of what objects inherit count',
      'Object.hasOwn(object, key) ? object[key] : undefined',
      'object[key]',
    ],
    ['a removed key stays as undefined', '.filter(([, value]) => value !== undefined)', ''],
  ]),
  ...expressMutationsOf('lifecycle/sealed-session.ts', 'lifecycle/late-requests', [
    ['an ended session is read from its cookie', ' || this.#parts.ended.has(id)', ''],
    ['an ended session is sealed again', "if (ended.has(id)) return 'ended';", ''],
    ['a sign-out is forgotten', 'ended.add(id);', ''],
    [
      'a sealed session is that of another id',
      'found?.id !== id',
      'found === null',
      'lifecycle/sealed-session',
    ],
    [
      'a change after the first byte is lost in silence',
      'if (response.headersSent) throw tooLate();',
      'if (response.headersSent) return "written";',
      'lifecycle/failing-store',
    ],
    [
      'a sealed session outlasts the browser',
      'isTransient && age > 0 ? {} : { maxAge: age }',
      '{ maxAge: age }',
      'security/session-cookie',
    ],
    [
      'a sign-out leaves the sealed cookie',
      "if (!response.headersSent) this.#send('', 0);",
      '',
      'routes/five-routes',
    ],
    [
      'cookies of the app are lost',
      "for (const line of others) response.append('Set-Cookie', line);",
      '',
      'lifecycle/sealed-session',
    ],
  ]),
  ...expressMutationsOf('lifecycle/ended-ids.ts', 'lifecycle/ended-ids', [
    ['an ended id is forgotten too early', 'now + TOMBSTONE_AGE', 'now'],
  ]),
  ...expressMutationsOf('lifecycle/session-events.ts', 'lifecycle/session-events', [
    ['a listener that throws fails the request', "return emit('error', error);", 'throw error;'],
    ['a listener that rejects ends the process', '{ captureRejections: true }', '{}'],
    [
      'the message of a listener is logged',
      'error instanceof Error ? error.name',
      'error instanceof Error ? error.message',
    ],
  ]),
  ...expressMutationsOf('lifecycle/load-session.ts', 'lifecycle/failing-store', [
    ['a database that fails is nobody', '}, fail);', '}, () => next());'],
  ]),
  ...expressMutationsOf('lifecycle/time-left.ts', 'lifecycle/session-age', [
    ['a busy session never ends', 'Math.min(age, start + absoluteAge - Date.now())', 'age'],
  ]),
  ...expressMutationsOf('lifecycle/parse-session-data.ts', 'lifecycle/parse-session-data', [
    ['a list is taken for data', 'if (!isPlainObject(body)) throw', 'if (false) throw'],
    ['a key reaches the prototype', 'UNSAFE_KEYS.includes(key)', 'false'],
    ['any depth is taken', 'depth > MAX_DEPTH', 'false'],
    ['only the first level is checked', 'checkLevel(child, depth + 1)', 'child'],
  ]),
  ...expressMutationsOf('lifecycle/refuse-foreign-data.ts', 'lifecycle/refuse-foreign-data', [
    ['the data of somebody else is written', 'throw new HttpError(409', 'new HttpError(409'],
  ]),
  ...expressMutationsOf('lifecycle/change-stored.ts', 'flash/flash-messages', [
    [
      'a change of what is stored is made on an old session',
      "if (result === 'conflict') continue;",
      '',
    ],
  ]),
];
