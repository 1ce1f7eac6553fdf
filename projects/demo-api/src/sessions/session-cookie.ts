import type { CookieOptions } from 'express';

import type { Config } from '../config/config.ts';

export interface SessionCookie {
  readonly name: string;
  readonly options: CookieOptions;
}

/**
 * Describes the session cookie: out of reach of scripts, and not sent along by other sites' posts.
 *
 * In production it needs HTTPS, and `__Host-` makes browsers refuse one that a subdomain has set.
 */
export function sessionCookie({ production }: Pick<Config, 'production'>): SessionCookie {
  return {
    name: production ? '__Host-demo.sid' : 'demo.sid',
    options: { httpOnly: true, sameSite: 'lax', secure: production, path: '/' },
  };
}
