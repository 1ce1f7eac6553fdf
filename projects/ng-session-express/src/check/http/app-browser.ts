import type { CheckTarget } from '../check-target.ts';
import { CookieJar } from './cookie-jar.ts';
import { fetchSite } from './fetch-site.ts';
import { readableToken } from './readable-token.ts';
import { send } from './send.ts';
import type { HttpAnswer } from './send.ts';

/** What Angular names it. */
export const XSRF_HEADER = 'x-xsrf-token';

const JSON_TYPE = 'application/json';

export interface SendOptions {
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string;
  /** The type of `body`. Default: JSON. */
  readonly type?: string;
  /** Replaces the XSRF token; null sends none. */
  readonly token?: string | null;
  /** The page of another origin sends it, along with our cookies; `'null'` is one as well. */
  readonly from?: string;
  /** Holds the last byte of the body back. */
  readonly hold?: Promise<unknown>;
}

/** Sees each answer to the app, and what of its cookies a browser refuses. */
export type Watch = (answer: HttpAnswer, refused: readonly string[], browser: AppBrowser) => void;

/** Does what the Angular app does in a browser: keeps cookies, sends its origin and the XSRF token. */
export class AppBrowser {
  readonly jar: CookieJar;
  readonly #target: CheckTarget;
  readonly #watch: Watch;
  #tokenOfHeader: string | null = null;

  constructor(target: CheckTarget, watch: Watch, jar = new CookieJar()) {
    this.#target = target;
    this.#watch = watch;
    this.jar = jar;
  }

  /** The token that the app would send: of its cookie, or else of the last header. */
  get token(): string | null {
    return readableToken(this.jar.all, this.#target) ?? this.#tokenOfHeader;
  }

  /** Another browser with the cookies of now. */
  copy(jar = this.jar.copy()): AppBrowser {
    const other = new AppBrowser(this.#target, this.#watch, jar);
    other.#tokenOfHeader = this.#tokenOfHeader;
    return other;
  }

  async send(method: string, url: URL, options: SendOptions = {}): Promise<HttpAnswer> {
    const { json, body = json === undefined ? undefined : JSON.stringify(json), hold } = options;
    const { timeout } = this.#target;
    const headers = this.#headers(method, url, {
      ...options,
      ...(body === undefined ? {} : { body }),
    });
    const answer = await send({ method, url, headers, body, hold, timeout });
    // What another site has sent changes the cookies too, but the app never sees the answer.
    const refused = this.jar.keep(answer.headers['set-cookie'] ?? [], url);
    if (options.from === undefined) {
      this.#tokenOfHeader = headerOf(answer, XSRF_HEADER) ?? this.#tokenOfHeader;
      this.#watch(answer, refused, this);
    }
    return answer;
  }

  #headers(method: string, url: URL, options: SendOptions): Record<string, string> {
    const { body, type = JSON_TYPE, from } = options;
    const origin = from ?? this.#target.origin;
    const isRead = method === 'GET';
    const token = options.token === undefined ? this.token : options.token;
    const all: Record<string, string | null | undefined> = {
      accept: 'application/json, text/plain, */*',
      'user-agent': 'ng-session-express check',
      // Browsers leave it out where a page reads from its own origin.
      origin: isRead && origin === url.origin ? null : origin,
      referer: origin === 'null' ? null : `${origin}/`,
      'sec-fetch-site': fetchSite(origin, url),
      'sec-fetch-mode': from === undefined || isRead ? 'cors' : 'navigate',
      'sec-fetch-dest': from === undefined || isRead ? 'empty' : 'document',
      cookie: this.jar.headerFor(url),
      'content-type': body === undefined ? null : type,
      [XSRF_HEADER]: isRead ? null : token,
    };
    // As a browser does for a POST or a PUT of nothing.
    if (!isRead && body === undefined) all['content-length'] = '0';
    return Object.fromEntries(
      Object.entries(all).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
  }
}

/** The one value of a header. */
export function headerOf({ headers }: HttpAnswer, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}
