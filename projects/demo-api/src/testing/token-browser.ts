import { TestBrowser } from './test-browser.ts';
import type { Answer, SendOptions } from './test-browser.ts';

/** Does what the demo does with tokens: keeps the refresh cookie, and sends the JWT. */
export class TokenBrowser extends TestBrowser {
  token = '';

  get refreshToken(): string {
    return this.cookies.get('demo.refresh') ?? '';
  }

  set refreshToken(token: string) {
    this.cookies.set('demo.refresh', token);
  }

  async signInByToken(email: string, password = 'demo-password'): Promise<Answer> {
    return this.#take(await this.send('POST', '/api/token/sign-in', { json: { email, password } }));
  }

  async refresh(options: SendOptions = {}): Promise<Answer> {
    return this.#take(await this.send('POST', '/api/token/refresh', options));
  }

  signOutByToken(options: SendOptions = {}): Promise<Answer> {
    return this.send('POST', '/api/token/sign-out', options);
  }

  /** Sends the JWT along. */
  ask(method: string, path: string, options: SendOptions = {}): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}`, ...options.headers };
    return this.send(method, path, { ...options, headers });
  }

  #take(answer: Answer): Answer {
    const { token } = (answer.body ?? {}) as { readonly token?: string };
    this.token = token ?? this.token;
    return answer;
  }
}
