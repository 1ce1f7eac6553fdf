import type { Request, Response } from 'express';

import type { RefreshToken } from './refresh-tokens.ts';

/** Where the token routes are: no other request carries the refresh token. */
export const TOKEN_PATH = '/api/token';

/** The cookie that carries a refresh token, which no script can read. */
export class RefreshCookie {
  readonly name: string;
  readonly #options;

  constructor(production: boolean) {
    // Not __Host-, which would send it to every route.
    this.name = `${production ? '__Secure-' : ''}demo.refresh`;
    this.#options = {
      httpOnly: true,
      sameSite: 'lax',
      secure: production,
      path: TOKEN_PATH,
    } as const;
  }

  /** The token, `''` for none. */
  read({ headers }: Request): string {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return (
      pairs.find((pair) => pair.startsWith(`${this.name}=`))?.slice(this.name.length + 1) ?? ''
    );
  }

  set(response: Response, { token, expiresAt }: RefreshToken): void {
    response.cookie(this.name, token, { ...this.#options, maxAge: expiresAt - Date.now() });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.#options);
  }
}
