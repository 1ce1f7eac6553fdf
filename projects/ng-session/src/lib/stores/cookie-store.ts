import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { SessionError } from '../config/session-error';
import { cookieText, readCookie } from './cookie-text';
import type { SessionStoreFactory, StoredData } from './session-store';
import { injectTabChannel } from './tab-channel';

declare const ngDevMode: boolean | undefined;

/** Which cookie the session is in. */
export interface CookieStoreOptions {
  /** Default: the name of the sessions, `ng-session`. */
  readonly name?: string;
  /** The pages that see it, and all below. Default: `/`. */
  readonly path?: string;
  /** Whether it goes along when another site links here. Default: `Lax`. */
  readonly sameSite?: 'Lax' | 'Strict' | 'None';
  /** The host that shares it with its subdomains. Default: this host alone. */
  readonly domain?: string;
}

/** What a browser keeps, name and value together. */
const MOST_BYTES = 4096;
/** What a browser keeps it for, in seconds: 400 days. */
const LONGEST = 34_560_000;

/**
 * Keeps session data in one cookie, so that the server sees it too: with each request, and as readable
 * and changeable as anything in a browser. It is `Secure` on a page with HTTPS.
 *
 * Holds little: what does not fit into 4096 bytes, measured as the browser does, fails with a
 * `SessionError` (`store`) that says how large it is. What was there before stays; nothing is split.
 *
 * ```ts
 * provideNgSession({}, withStore(cookieStore({ sameSite: 'Strict' }), { age: '30 days' }));
 * ```
 *
 * @throws SessionError `invalid-config` for an option that no cookie can have.
 */
export function cookieStore(options: CookieStoreOptions = {}): SessionStoreFactory {
  refuseWrong(options);
  const { path = '/', sameSite = 'Lax', domain } = options;
  return ({ age, name: sessions }) => {
    const document = inject(DOCUMENT);
    const name = options.name ?? sessions;
    const tabs = injectTabChannel(`${sessions}:cookie:${name}`);
    const isSecure = document.location.protocol === 'https:' || sameSite === 'None';
    const attributes =
      `; Path=${path}; SameSite=${sameSite}` +
      (domain === undefined ? '' : `; Domain=${domain}`) +
      (isSecure ? '; Secure' : '');

    const find = () => readCookie(document.cookie, name);
    const set = (value: string, seconds: number): void => {
      document.cookie = `${name}=${value}${attributes}; Max-Age=${String(seconds)}`;
    };
    const write = (id: string, data: StoredData): void => {
      const value = cookieText({ id, until: Date.now() + age, text: JSON.stringify(data) });
      refuseTooLarge(new TextEncoder().encode(name + value).length);
      set(value, Math.min(Math.ceil(age / 1000), LONGEST));
      if (find()?.value !== value) throw notKept();
    };
    const read = (id: string): StoredData | null => {
      const found = find();
      if (found?.id !== id || found.until <= Date.now()) return null;
      return JSON.parse(found.text) as StoredData;
    };

    return {
      id: () => find()?.id ?? null,
      read,
      write: (id, data) => {
        write(id, data);
        tabs.tell();
      },
      destroy: (id) => {
        if (find()?.id !== id) return;
        set('', 0);
        if (find()?.id === id) throw notKept();
        tabs.tell();
      },
      touch: (id) => {
        const data = read(id);
        if (data) write(id, data);
      },
      watch: (changed) => tabs.watch(changed),
    };
  };
}

function refuseTooLarge(bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  throw new SessionError(
    'store',
    ngDevMode &&
      `the session data takes ${String(bytes)} bytes in a cookie, which holds ${String(MOST_BYTES)}; ` +
        'nothing was changed. Keep less, or use another store, such as indexedDbStore().',
  );
}

function notKept(): SessionError {
  return new SessionError(
    'store',
    ngDevMode &&
      'the browser did not take the cookie: cookies are blocked, or `path` or `domain` are not those ' +
        'of this page.',
  );
}

function refuseWrong({ name, path, sameSite = 'Lax', domain }: CookieStoreOptions): void {
  const rules = [
    [name ?? 'x', /^[\w!#$%&'*+.^`|~-]+$/, ngDevMode && 'name must be letters, digits, or -._'],
    [
      path ?? '/',
      /^\/[^;\s]*$/,
      ngDevMode && 'path must begin with a slash, without spaces or semicolons',
    ],
    [domain ?? 'x', /^[\w.-]+$/, ngDevMode && 'domain must be the name of a host'],
    [sameSite, /^(Lax|Strict|None)$/, ngDevMode && 'sameSite must be Lax, Strict or None'],
  ] as const;
  for (const [value, isRight, rule] of rules) {
    if (isRight.test(value)) continue;
    throw new SessionError('invalid-config', ngDevMode && `cookieStore: ${String(rule)}.`);
  }
}
