export interface SendOptions {
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string;
  /** Added to those of the browser; null removes one. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, or undefined for an empty one. */
  readonly body: unknown;
}

/** Does what the demo does in a browser: keeps the cookie, sends its origin and the XSRF token. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  xsrfToken: string | undefined;
  readonly #url: () => string;
  readonly #origin: string;

  constructor(url: () => string, origin = 'http://localhost:4200') {
    this.#url = url;
    this.#origin = origin;
  }

  /** The value of the session cookie, `''` for none. */
  get cookie(): string {
    return [...this.cookies.values()].join();
  }

  async send(method: string, path: string, options: SendOptions = {}): Promise<Answer> {
    const { json, body = json === undefined ? undefined : JSON.stringify(json) } = options;
    const response = await fetch(this.#url() + path, {
      method,
      headers: this.#headers(options),
      ...(body === undefined ? {} : { body }),
    });
    this.#keep(response.headers);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const parsed: unknown = isJson ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, body: parsed };
  }

  signIn(email: string, password = 'demo-password'): Promise<Answer> {
    return this.send('POST', '/api/users/sign-in', { json: { email, password } });
  }

  #headers({ json, headers = {} }: SendOptions): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all: Record<string, string | null> = {
      origin: this.#origin,
      cookie: cookie || null,
      'x-xsrf-token': this.xsrfToken ?? null,
      'content-type': json === undefined ? null : 'application/json',
      ...headers,
    };
    return Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    );
  }

  #keep(headers: Headers): void {
    this.xsrfToken = headers.get('x-xsrf-token') ?? this.xsrfToken;
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Expires=Thu, 01 Jan 1970')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
