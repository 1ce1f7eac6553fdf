export interface PolicyOptions {
  /** Marks the inline styles and scripts that are the demo's own. */
  readonly nonce: string;
  /** Origins that the demo may talk to, besides its own. */
  readonly connect: readonly string[];
}

/** Returns a policy as strict as an Angular app can bear. */
export function contentSecurityPolicy({ nonce, connect }: PolicyOptions): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
