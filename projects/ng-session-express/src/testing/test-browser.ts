import { CookieJar } from '../check/http/cookie-jar.ts';
import type { KeptCookie } from '../check/http/cookie-jar.ts';
import { send } from '../check/http/send.ts';
import { isMutating } from '../http/is-mutating.ts';

/** How a test browser differs from that of the app. */
export interface TestBrowserOptions {
  /** Where the API is, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Where the page of the app is from. Default: `http://localhost:4200`. */
  readonly origin?: string;
  /** Where the routes begin, as `ngSession()` was told. Default: `/api`. */
  readonly prefix?: string;
}

/** What a request brings along. */
export interface TestRequest {
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; say with a header what it is. */
  readonly body?: string;
  /** Added to those of the browser; `null` leaves one of them out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** What a server has answered. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body of an answer in JSON, `undefined` for any other. */
  readonly body: unknown;
}

/** Milliseconds after which an answer is none. */
const TIMEOUT = 30_000;
const XSRF_HEADER = 'x-xsrf-token';

/**
 * Does over HTTP what a page of the app does in a browser: keeps cookies, sends the origin of the page, and
 * the XSRF token with what changes something. For tests of an API.
 *
 * ```ts
 * const browser = new TestBrowser({ url, origin: 'https://app.example.com' });
 * await browser.signIn({ email: 'ada@example.com', password });
 * const { status } = await browser.send('POST', '/api/orders', { json: { item: 7 } });
 * ```
 *
 * It follows no redirect. A cookie goes when the API takes it away, not when its time is over: whether
 * an old one is still good is for the API to know, and for a test to see.
 */
export class TestBrowser {
  /** The token that the API has sent last; `null` for none. */
  xsrfToken: string | null = null;
  readonly #options: Required<TestBrowserOptions>;
  #jar = new CookieJar();

  constructor(options: TestBrowserOptions) {
    this.#options = { origin: 'http://localhost:4200', prefix: '/api', ...options };
  }

  /** The cookies that it keeps, with what was said about each: `httpOnly`, `secure`, `maxAge` and so on. */
  get cookies(): readonly KeptCookie[] {
    return this.#jar.all;
  }

  /** What it sends as its `Cookie` header, `''` for nothing: it differs when any cookie does. */
  get cookieHeader(): string {
    return this.#jar.headerFor(new URL(this.#options.url)) ?? '';
  }

  /** Takes a cookie as if the API had sent it, such as `'sid=planted; Path=/'`. */
  setCookie(line: string): void {
    const [refused] = this.#jar.keep([line], new URL(this.#options.url));
    if (refused !== undefined) throw new TypeError(refused);
  }

  /** Another browser with the cookies and the token of now, as a thief or a slow request has them. */
  copy(options: Partial<TestBrowserOptions> = {}): TestBrowser {
    const other = new TestBrowser({ ...this.#options, ...options });
    other.#jar = this.#jar.copy();
    other.xsrfToken = this.xsrfToken;
    return other;
  }

  /** Signs in by the route of the session, and keeps what it answers. */
  signIn(credentials: object): Promise<TestAnswer> {
    return this.send('POST', `${this.#options.prefix}/users/sign-in`, { json: credentials });
  }

  signOut(): Promise<TestAnswer> {
    return this.send('POST', `${this.#options.prefix}/users/sign-out`);
  }

  /** Sends a request, and keeps the cookies and the token of its answer. */
  async send(method: string, path: string, request: TestRequest = {}): Promise<TestAnswer> {
    const { json, body = json === undefined ? undefined : JSON.stringify(json) } = request;
    const url = new URL(path, this.#options.url);
    const answer = await send({
      method,
      url,
      headers: this.#headers(method, url, request),
      body,
      timeout: TIMEOUT,
    });
    const headers = toHeaders(answer.headers);
    this.#jar.keep(headers.getSetCookie(), url);
    this.xsrfToken = headers.get(XSRF_HEADER) ?? this.xsrfToken;
    const isJson = headers.get('content-type')?.startsWith('application/json') ?? false;
    const parsed = isJson && answer.text !== '' ? (JSON.parse(answer.text) as unknown) : undefined;
    return { status: answer.status, headers, text: answer.text, body: parsed };
  }

  #headers(method: string, url: URL, { json, headers = {} }: TestRequest): Record<string, string> {
    const all: Record<string, string | null> = {
      origin: this.#options.origin,
      cookie: this.#jar.headerFor(url) ?? null,
      [XSRF_HEADER]: isMutating(method) ? this.xsrfToken : null,
      'content-type': json === undefined ? null : 'application/json',
      ...headers,
    };
    return Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    );
  }
}

type Received = Awaited<ReturnType<typeof send>>['headers'];

function toHeaders(received: Received): Headers {
  const headers = new Headers();
  for (const [name, value = []] of Object.entries(received)) {
    for (const one of [value].flat()) headers.append(name, one);
  }
  return headers;
}
