import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';

import { setCookies } from '../http/set-cookies.ts';
import type { SessionCookie } from '../options/resolve-options.ts';
import { SessionError } from '../session-error.ts';
import type { Tombstone } from '../stores/tombstone.ts';
import { TtlMap } from '../stores/ttl-map.ts';
import {
  TOMBSTONE_AGE,
  type Destroyed,
  type ListedSession,
  type ReadSession,
  type SealedStore,
  type SessionStore,
  type StoredSession,
  type WriteOptions,
  type WriteResult,
} from '../stores/session-store.ts';

/** What a sealed session of one request works with. */
export interface SealedParts {
  readonly sealed: SealedStore;
  readonly cookie: SessionCookie;
  /** The sessions that have ended: nobody else can know of a cookie that is kept elsewhere. */
  readonly ended: TtlMap<Tombstone>;
  readonly request: Request;
  readonly response: Response;
}

/**
 * The store of one request whose session the browser carries: it is read from a cookie, and written by one
 * in the answer. Of two requests at once, the session is what the later answer says.
 */
export class SealedSession implements SessionStore {
  readonly #parts: SealedParts;
  /** What the browser has sent. */
  #sent: Promise<ListedSession | null> | undefined;
  /** What the answer brings. */
  #written: ListedSession | null = null;
  /** Whether this request has ended what the browser has sent, so that its cookie goes. */
  #endsSent = false;

  constructor(parts: SealedParts) {
    this.#parts = parts;
  }

  async read(id: string): Promise<ReadSession | null> {
    const found = [this.#written, await this.#unsealed()].find((one) => one?.id === id);
    if (!found || this.#parts.ended.get(id)) return null;
    return { session: found.session, version: ONLY };
  }

  async write(id: string, session: StoredSession, { age }: WriteOptions): Promise<WriteResult> {
    const { sealed, response, ended } = this.#parts;
    const text = await sealed.seal(id, session, age);
    // Not sooner: it may have ended meanwhile.
    if (ended.get(id)) return 'ended';
    if (response.headersSent) throw tooLate();
    this.#written = { id, session };
    this.#send(text, age);
    return 'written';
  }

  async touch(id: string, age: number): Promise<boolean> {
    const found = await this.read(id);
    // An answer that is sent piece by piece has gone without a cookie: the last one holds for its time.
    if (found === null || this.#parts.response.headersSent) return found !== null;
    return (await this.write(id, found.session, { age, version: found.version })) === 'written';
  }

  async destroy(id: string, successor: string | null = null): Promise<Destroyed> {
    const { ended, response } = this.#parts;
    const wasAlive = (await this.read(id)) !== null;
    const before = ended.get(id);
    if (before) return { wasAlive: false, successor: before.successor };
    ended.set(id, { endedAt: Date.now(), successor });
    if (!wasAlive) return { wasAlive, successor };
    this.#endsSent ||= (await this.#unsealed())?.id === id;
    if (this.#written?.id === id) this.#written = null;
    // What goes on in this answer brings its own cookie.
    if (this.#written === null && !response.headersSent) this.#takeBack();
    return { wasAlive, successor };
  }

  async destroyedAt(id: string): Promise<number | null> {
    return this.#parts.ended.get(id)?.endedAt ?? null;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #unsealed(): Promise<ListedSession | null> {
    return (this.#sent ??= this.#unseal());
  }

  async #unseal(): Promise<ListedSession | null> {
    const { sealed, request } = this.#parts;
    const text = parseCookie(request.headers.cookie ?? '')[this.#name];
    return text ? sealed.unseal(text) : null;
  }

  /** Has the answer bring no session. The cookie of another request stays: it may be that of a new sign-in. */
  #takeBack(): void {
    if (this.#endsSent) this.#send('', 0);
    else this.#withdraw();
  }

  #send(text: string, age: number): void {
    const { cookie, response } = this.#parts;
    const { path, httpOnly, sameSite, secure, isTransient } = cookie;
    // Each write takes the place of the one before it in this answer.
    this.#withdraw();
    const lasting = isTransient && age > 0 ? {} : { maxAge: age };
    response.cookie(this.#name, text, { path, httpOnly, sameSite, secure, ...lasting });
  }

  #withdraw(): void {
    const { response } = this.#parts;
    const others = setCookies(response).filter((line) => !line.startsWith(`${this.#name}=`));
    response.removeHeader('Set-Cookie');
    for (const line of others) response.append('Set-Cookie', line);
  }

  get #name(): string {
    return this.#parts.cookie.sealedName;
  }
}

/** What a process remembers of sealed sessions that have ended. */
export function sealedTombstones(): TtlMap<Tombstone> {
  return new TtlMap(TOMBSTONE_AGE);
}

const ONLY = 'sealed';

function tooLate(): SessionError {
  return new SessionError(
    'store-failed',
    'the answer has begun, and its cookie can not be changed any more. Change the session before the ' +
      'first byte, or keep sessions in another store than a cookie.',
  );
}
