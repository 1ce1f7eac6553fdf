import { sealData, unsealData } from 'iron-session';

import { SessionError } from '../session-error.ts';
import type { ListedSession, SealedStore, StoredSession, StoreContext } from './session-store.ts';

/** Bytes of name and value together that every browser keeps. */
const MAX_COOKIE = 4096;
const MIN_SECRET = 32;

interface Sealed extends ListedSession {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Keeps each session in its cookie, encrypted and signed, so that the server keeps nothing. */
export class CookieStore implements SealedStore {
  readonly sealed = true;
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    const { secrets } = context;
    if (secrets.length === 0 || secrets.some((secret) => secret.length < MIN_SECRET)) {
      throw new SessionError(
        'invalid-config',
        `stores.cookie() encrypts with the secret: each one needs ${MIN_SECRET} characters or more.`,
      );
    }
    this.#context = context;
  }

  async seal(id: string, session: StoredSession, age: number): Promise<string> {
    const { secrets, cookieName } = this.#context;
    const [password = ''] = secrets;
    const sealed: Sealed = { id, session, expiresAt: Date.now() + age };
    const text = await sealData(sealed, { password, ttl: Math.ceil(age / 1000) });
    const size = Buffer.byteLength(`${cookieName}=${text}`);
    if (size > MAX_COOKIE) throw tooLarge(size);
    return text;
  }

  async unseal(text: string): Promise<ListedSession | null> {
    for (const password of this.#context.secrets) {
      // Each by itself: the seal can not tell which of them it was.
      const sealed = await unsealData<Partial<Sealed>>(text, { password });
      const { id, session, expiresAt } = sealed;
      // Iron grants a minute for clocks that differ; here, one clock decides.
      if (id !== undefined && session && Number(expiresAt) > Date.now()) return { id, session };
    }
    return null;
  }
}

function tooLarge(size: number): SessionError {
  return new SessionError(
    'session-too-large',
    `the session makes a cookie of ${size} bytes; browsers keep ${MAX_COOKIE}. Keep less in it, or choose a store on the server, such as stores.sqlite().`,
  );
}
