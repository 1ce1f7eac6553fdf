import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';

import { isPlainObject } from '../../is-plain-object.ts';
import type { Behaviour } from './behaviour.ts';

export const ACCOUNT = { email: 'ada@example.com', password: 'canary-password' };

type Data = Readonly<Record<string, unknown>>;

interface Session {
  id: string;
  token: string;
  isUser: boolean;
  flash: unknown;
  data: Data;
}

/** One request, with the session that was found for it. */
interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  readonly session: Session;
  /** Whether the session was there when the request began. */
  readonly isKnown: boolean;
}

class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, headers = {}) {
    super();
    this.status = status;
    this.headers = headers;
  }
}

/** A backend in bare Node that does what its behaviour says. */
export class Reference {
  /** All that must never be in a report. */
  readonly secrets: string[] = [ACCOUNT.password];
  readonly #is: Behaviour;
  readonly #sessions = new Map<string, Session>();
  #shared: Data = {};
  #failures = 0;

  constructor(behaviour: Behaviour) {
    this.#is = behaviour;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (`${request.method} ${request.url}` === this.#is.hangsAt) return;
    try {
      this.#prepare(request, response);
      if (response.writableEnded) return;
      // Found before the body has come, as most frameworks do.
      const session = this.#find(request);
      const isKnown = this.#sessions.has(session.id);
      const body = await readText(request);
      this.#route({ request, response, body, session, isKnown });
    } catch (error) {
      const { status, headers } = error instanceof Refusal ? error : new Refusal(500);
      response.writeHead(status, headers).end(this.#is.errorBody);
    }
  }

  /** What comes before any session: CORS, caching, CSRF. */
  #prepare(request: IncomingMessage, response: ServerResponse): void {
    const is = this.#is;
    const { method = '', headers } = request;
    const allowed = is.allowedOrigin(headers.origin);
    const cors = allowed === null ? {} : { 'access-control-allow-origin': allowed };
    response.setHeaders(new Map(Object.entries({ ...cors, ...is.corsHeaders, ...is.headers })));
    if (method === 'TRACE') {
      response.writeHead(is.traces ? 200 : 405).end(is.traces ? headers.cookie : '');
    } else if (method === 'OPTIONS') {
      response.writeHead(is.preflightStatus, is.preflightHeaders).end();
    } else if (method !== 'GET') {
      const type = headers['content-type'];
      const isForged = !is.isTrusted(headers.origin) || !is.isTypeAllowed(type);
      if (isForged) throw new Refusal(is.forgedStatus, is.forgedHeaders);
    }
  }

  #find({ headers }: IncomingMessage): Session {
    const pairs = headers.cookie?.split('; ').map((pair) => pair.split('=', 2));
    const id = pairs?.find(([name]) => name === this.#is.cookieName)?.[1];
    const known = id === undefined ? undefined : this.#sessions.get(id);
    return known ?? this.#create(this.#is.adoptsIds ? id : undefined);
  }

  #create(id = `canary-id-${randomUUID()}`): Session {
    const token = `canary-token-${randomUUID()}`;
    this.secrets.push(token);
    if (id.startsWith('canary')) this.secrets.push(id);
    return { id, token, isUser: false, flash: undefined, data: {} };
  }

  #route(visit: Visit): void {
    const { method = '', url = '' } = visit.request;
    if (method !== 'GET') this.#checkToken(visit);
    const route = this.#routes[`${method} ${url}`];
    if (route === undefined) throw new Refusal(404);
    route(visit);
  }

  readonly #routes: Readonly<Record<string, (visit: Visit) => void>> = {
    'GET /api/session': (visit) => this.#read(visit),
    'PUT /api/session': ({ session, response }) => {
      if (!session.isUser) throw new Refusal(this.#is.nobody.put, this.#is.nobodyHeaders);
      response.writeHead(this.#is.refreshStatus).end();
    },
    'POST /api/users/sign-in': (visit) => this.#signIn(visit),
    'POST /api/users/sign-out': (visit) => this.#signOut(visit),
    'GET /api/session/data': ({ session, response }) => {
      this.#requireData(session);
      response.end(JSON.stringify(this.#is.sharesData ? this.#shared : session.data));
    },
    'PUT /api/session/data': (visit) => this.#putData(visit),
  };

  #checkToken({ request, session }: Visit): void {
    const { checksToken, forgedStatus, forgedHeaders } = this.#is;
    if (!checksToken || !session.isUser || request.url === '/api/users/sign-in') return;
    if (request.headers['x-xsrf-token'] !== session.token) {
      throw new Refusal(forgedStatus, forgedHeaders);
    }
  }

  #read({ session, response }: Visit): void {
    const { nobody, nobodyHeaders, user, flashStays } = this.#is;
    if (!session.isUser) throw new Refusal(nobody.get, nobodyHeaders);
    this.#sendToken(session, response);
    const { flash } = session;
    if (!flashStays) session.flash = undefined;
    response.end(JSON.stringify(isPlainObject(user) ? { ...user, flash } : user));
  }

  #sendToken({ token }: Session, response: ServerResponse): void {
    const { sendsToken, tokenCookie } = this.#is;
    if (sendsToken) response.setHeader('x-xsrf-token', token);
    if (tokenCookie !== null) {
      response.appendHeader('set-cookie', `XSRF-TOKEN=${token}; ${tokenCookie}`);
    }
  }

  #signIn({ body, session, response }: Visit): void {
    const is = this.#is;
    const { email, password } = this.#parse(body);
    const isText = typeof email === 'string' && typeof password === 'string';
    const isAnybody = is.takesOperators && isPlainObject(email);
    if (!isText && !isAnybody) throw new Refusal(is.badInputStatus);
    if (this.#failures >= is.limit) throw new Refusal(429, is.limitHeaders);
    if (!isAnybody && (email !== ACCOUNT.email || password !== ACCOUNT.password)) {
      this.#failures++;
      const isKnown = email === ACCOUNT.email;
      throw new Refusal(isKnown ? is.wrongPasswordStatus : is.unknownStatus);
    }
    const isNew = session.isUser ? is.renewsAgain : is.renewsId;
    const next = isNew ? this.#create() : session;
    if (isNew && is.destroysOld) this.#sessions.delete(session.id);
    if (is.carriesData) next.data = session.data;
    Object.assign(next, { isUser: true, flash: is.flash });
    this.#save(next, response);
    this.#sendToken(next, response);
    response.writeHead(is.signInStatus).end();
  }

  #signOut({ session, isKnown, response }: Visit): void {
    const is = this.#is;
    if (is.destroysAtSignOut) this.#sessions.delete(session.id);
    if (is.clearedCookie !== null)
      response.appendHeader('set-cookie', `${is.cookieName}=; ${is.clearedCookie}`);
    response.writeHead(isKnown ? is.signOutStatus : is.signedOutStatus).end();
  }

  #putData({ body, session, isKnown, response }: Visit): void {
    const is = this.#is;
    this.#requireData(session);
    if (body.length > is.dataLimit) throw new Refusal(413);
    const data = this.#parse(body, is.takesAnyData);
    const isUnsafe = !is.takesUnsafeKeys && /"(__proto__|constructor|prototype)"/.test(body);
    const { $owner } = session.data;
    const isForeign = is.checksOwner && ($owner ?? data['$owner']) !== (data['$owner'] ?? $owner);
    if (isUnsafe || isForeign) throw new Refusal(422);
    session.data = is.toKept(is.mergesData ? { ...session.data, ...data } : data);
    this.#shared = session.data;
    // One that was destroyed while the body came is not written back.
    if (is.savesDestroyed || !isKnown || this.#sessions.has(session.id))
      this.#save(session, response);
    response.writeHead(204).end();
  }

  #requireData({ isUser }: Session): void {
    if (!this.#is.offersData) throw new Refusal(404);
    if (!this.#is.anonymousData && !isUser) throw new Refusal(401);
  }

  #parse(body: string, isAny = false): Data {
    const value = this.#parseJson(body);
    if (!isPlainObject(value) && !isAny) throw new Refusal(this.#is.badInputStatus);
    return (value ?? {}) as Data;
  }

  #parseJson(body: string): unknown {
    try {
      return JSON.parse(body);
    } catch {
      throw new Refusal(this.#is.badJsonStatus);
    }
  }

  #save(session: Session, response: ServerResponse): void {
    this.#sessions.set(session.id, session);
    response.appendHeader('set-cookie', `${this.#is.cookieName}=${session.id}; ${this.#is.cookie}`);
  }
}
