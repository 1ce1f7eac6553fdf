import { parseSetCookie } from 'cookie';
import type { SetCookie } from 'cookie';

import { whyRefused } from './why-refused.ts';

/** A cookie as a browser keeps it. */
export interface KeptCookie extends SetCookie {
  readonly value: string;
  readonly path: string;
}

/** Keeps the cookies of one host as a browser does. */
export class CookieJar {
  readonly #cookies: Map<string, KeptCookie>;

  constructor(cookies: Iterable<KeptCookie> = []) {
    this.#cookies = new Map([...cookies].map((cookie) => [keyOf(cookie), cookie]));
  }

  get all(): readonly KeptCookie[] {
    return [...this.#cookies.values()];
  }

  /** A jar with the cookies of now, or with some of them. */
  copy(isTaken: (cookie: KeptCookie) => boolean = () => true): CookieJar {
    return new CookieJar(this.all.filter(isTaken));
  }

  /** Takes in what an answer sets; returns what a browser would refuse, and why. */
  keep(lines: readonly string[], url: URL): readonly string[] {
    return lines.flatMap((line) => {
      const cookie = parse(line, url);
      const why = whyRefused(cookie, url);
      if (why !== null) return [`the cookie "${cookie.name}" is refused by browsers: ${why}`];
      if (isOver(cookie)) this.#cookies.delete(keyOf(cookie));
      else this.#cookies.set(keyOf(cookie), cookie);
      return [];
    });
  }

  /** What is sent along to a URL: the `Cookie` header, or undefined for none. */
  headerFor({ pathname }: URL): string | undefined {
    const sent = this.all.filter(({ path }) => covers(path, pathname));
    return sent.length === 0
      ? undefined
      : sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}

/** Whether a cookie of this path is sent to that path. */
export function covers(cookiePath: string, path: string): boolean {
  const folder = cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`;
  return path === cookiePath || path.startsWith(folder);
}

/** Values stay as they were sent: decoded and encoded again, they could be others. */
function parse(line: string, url: URL): KeptCookie {
  const cookie = parseSetCookie(line, { decode: (value) => value });
  const hasPath = cookie.path?.startsWith('/') === true;
  return {
    ...cookie,
    value: cookie.value ?? '',
    path: hasPath && cookie.path !== undefined ? cookie.path : folderOf(url.pathname),
  };
}

/** Where a cookie without a path is sent: to the folder that it came from. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function isOver({ maxAge, expires }: SetCookie): boolean {
  if (maxAge !== undefined) return maxAge <= 0;
  return expires !== undefined && expires.getTime() <= Date.now();
}

function keyOf({ name, path, domain = '' }: KeptCookie): string {
  return `${name};${path};${domain}`;
}
