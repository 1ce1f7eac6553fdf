import { TestBrowser } from 'ng-session-express/testing';
import type { TestAnswer, TestRequest } from 'ng-session-express/testing';

import { demoAccount } from './demo-account.ts';

const NAME = 'demo.refresh';

/** Does what the demo does with tokens: keeps the refresh cookie, and sends the JWT. */
export class TokenBrowser extends TestBrowser {
  token = '';

  get refreshToken(): string {
    return this.cookies.find(({ name }) => name === NAME)?.value ?? '';
  }

  set refreshToken(token: string) {
    this.setCookie(`${NAME}=${token}; Path=/api/token; HttpOnly; SameSite=Lax`);
  }

  async signInByToken(email: string, password?: string): Promise<TestAnswer> {
    const json = demoAccount(email, password);
    return this.#take(await this.send('POST', '/api/token/sign-in', { json }));
  }

  async refresh(request: TestRequest = {}): Promise<TestAnswer> {
    return this.#take(await this.send('POST', '/api/token/refresh', request));
  }

  signOutByToken(request: TestRequest = {}): Promise<TestAnswer> {
    return this.send('POST', '/api/token/sign-out', request);
  }

  /** Sends the JWT along. */
  ask(method: string, path: string, request: TestRequest = {}): Promise<TestAnswer> {
    const headers = { authorization: `Bearer ${this.token}`, ...request.headers };
    return this.send(method, path, { ...request, headers });
  }

  #take(answer: TestAnswer): TestAnswer {
    const { token } = (answer.body ?? {}) as { readonly token?: string };
    this.token = token ?? this.token;
    return answer;
  }
}
