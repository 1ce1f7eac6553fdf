import type { Request } from 'express';
import session, { Store } from 'express-session';
import type { Session, SessionData } from 'express-session';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import type { ReadSession } from '../stores/session-store.ts';
import { beginAnew, createSessionId, type Generates } from './begin-anew.ts';
import { destroySession } from './destroy-session.ts';
import { endSession } from './end-session.ts';
import { noteEnd } from './note-end.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { sessionOf } from './request-session.ts';
import { saveSession } from './save-session.ts';
import { timeLeft } from './time-left.ts';
import { toText } from './to-stored.ts';

type Done = (error?: unknown) => void;

/**
 * Stands between `express-session`, which reads and writes whole sessions for a callback, and our stores,
 * which refuse to write over what has changed or ended.
 *
 * `express-session` knows of one store; each request gets a view of it that knows the request.
 */
export class ExpressStore extends Store {
  readonly options: ResolvedOptions;
  /** The request of a view; of the store itself, the one that is just being read for. */
  request: Request | null = null;
  /** Not private to the language: a view is made of the store, and is none. */
  private readonly reads = new WeakMap<object, ReadSession>();

  constructor(options: ResolvedOptions) {
    super();
    this.options = options;
  }

  /** Has `express-session` load the session of a request. */
  middleware(): (...args: Parameters<ReturnType<typeof session>>) => void {
    const { cookie, secrets } = this.options;
    const load = session({
      store: this,
      name: cookie.name,
      secret: [...secrets],
      cookie: this.cookie(this.options.age),
      rolling: true,
      resave: false,
      saveUninitialized: false,
      // One that goes on has been told as the successor of the one before.
      genid: (request) => sessionOf(request).nextId ?? createSessionId(),
    });
    this.#wrapGenerate();
    return (request, response, next) => {
      // It calls get() before it returns.
      this.request = request;
      load(request, response, next);
      this.request = null;
    };
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    const { request } = this;
    if (request === null) throw new TypeError('A session is read for a request.');
    void settle(this.read(request, id), done);
  }

  override createSession(request: Request, data: SessionData): Session & SessionData {
    const created = super.createSession(request, data);
    this.begin(request, this.reads.get(data)?.version ?? null);
    return created;
  }

  override set(_id: string, kept: SessionData, done: Done = () => undefined): void {
    void settle(saveSession(requestOf(kept)), done);
  }

  override destroy(id: string, done: Done = () => undefined): void {
    const { request } = this;
    if (request === null) throw new TypeError('A session is destroyed by a request.');
    const { store, response } = sessionOf(request);
    const ended =
      id === request.sessionID ? endSession(request, response) : destroySession(store, id);
    void settle<unknown>(ended, (error) => done(error));
  }

  override regenerate(request: Request, done: Done): void {
    void settle(this.renew(request), (error) => done(error));
  }

  private async renew(request: Request): Promise<void> {
    refuseReadOnly(request);
    await beginAnew(request);
  }

  private async read(request: Request, id: string): Promise<SessionData | null> {
    const { store } = sessionOf(request);
    const found = await store.read(id);
    if (found === null) {
      await noteEnd(request, id);
      return null;
    }
    const left = timeLeft(found.session, this.options);
    // Not destroyed: nobody has ended it, so that whoever has its cookie is not late, and begins anew at once.
    if (left <= 0) return null;
    const data = { data: {}, ...found.session, cookie: this.cookie(left) };
    this.reads.set(data, found);
    return data as unknown as SessionData;
  }

  /** `express-session` gives its store a method that begins sessions; ours begin with empty data. */
  #wrapGenerate(): void {
    const own = this as unknown as Generates;
    const { generate } = own;
    own.generate = (request) => {
      generate(request);
      request.session.data = {};
      request.session.startedAt = Date.now();
      sessionOf(request).user = null;
      this.begin(request, null);
    };
  }

  private begin(request: Request, version: string | null): void {
    const known = sessionOf(request);
    request.sessionStore = this.viewFor(request);
    known.before = toText(request.session);
    known.version = version;
    known.isNew = version === null;
    Object.defineProperty(request.session, 'user', USER);
  }

  private viewFor(request: Request): Request['sessionStore'] {
    const view = Object.create(this) as ExpressStore & Generates;
    view.request = request;
    return view as never;
  }

  private cookie(age: number): Record<string, unknown> {
    const { path, httpOnly, sameSite, secure, isTransient } = this.options.cookie;
    const maxAge = isTransient ? null : age;
    return { path, httpOnly, sameSite, secure, maxAge, originalMaxAge: maxAge };
  }
}

/** Who is signed in, which is no part of what is kept. */
const USER = {
  configurable: true,
  get(this: SessionData) {
    return sessionOf(requestOf(this)).user;
  },
};

/** `express-session` gives each session its request, without saying so in its types. */
function requestOf(kept: SessionData): Request {
  return (kept as unknown as { readonly req: Request }).req;
}

async function settle<T>(
  work: Promise<T>,
  done: (error: unknown, result?: T) => void,
): Promise<void> {
  try {
    const result = await work;
    // Whatever the callback throws is none of ours.
    process.nextTick(done, null, result);
  } catch (error) {
    process.nextTick(done, error);
  }
}
