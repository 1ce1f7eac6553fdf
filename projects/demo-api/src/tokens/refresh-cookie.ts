import type { Request, Response } from 'express';

import type { RefreshToken } from './refresh-tokens.ts';

/** Where the token routes are. */
export const TOKEN_PATH = '/api/token';

/** The cookie that carries a refresh token, which no script can read. */
export class RefreshCookie {
  readonly name: string;
  readonly #options;

  constructor(production: boolean) {
    // No subdomain can plant one with this prefix: with a longer path, it would be the one that is read. The
    // prefix needs the path `/`, so that every request carries it; without it, only those of these routes.
    this.name = `${production ? '__Host-' : ''}demo.refresh`;
    this.#options = {
      httpOnly: true,
      sameSite: 'lax',
      secure: production,
      path: production ? '/' : TOKEN_PATH,
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
