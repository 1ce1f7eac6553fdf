/** What the cookie of a session says. */
export interface CookieSession {
  readonly id: string;
  /** Milliseconds since 1970 after which the session is over. */
  readonly until: number;
  /** JSON, as far as nobody else has written it. */
  readonly text: string;
}

/** Makes the value of a cookie: `id:until:JSON`, with what no cookie may hold escaped. */
export function cookieText({ id, until, text }: CookieSession): string {
  return [id, until === Infinity ? '' : until.toString(36), text].map(escape).join(':');
}

/** Finds a cookie among those of a page; `null` where there is none of this name. */
export function readCookie(
  cookies: string,
  name: string,
): (CookieSession & { readonly value: string }) | null {
  const found = cookies.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  if (found === undefined) return null;
  const value = found.slice(name.length + 1);
  const [id = '', until = '', ...text] = value.split(':').map(unescape);
  return { value, id, until: until ? parseInt(until, 36) : Infinity, text: text.join(':') };
}

/** Leaves what JSON is made of as it is, so that more of it fits. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(/%(?:3A|5B|5D|7B|7D)/g, decodeURIComponent);
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not ours: it is found out as no JSON.
    return text;
  }
}
