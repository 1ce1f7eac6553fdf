export interface BodyHeaders {
  readonly type: string | undefined;
  readonly length: string | undefined;
  readonly transferEncoding: string | undefined;
}

/**
 * Whether a body is JSON, or there is none.
 *
 * Forms can post to any origin without a preflight, but not JSON.
 */
export function isJsonOrEmpty({ type, length, transferEncoding }: BodyHeaders): boolean {
  if (type !== undefined) return type.split(';')[0]?.trim().toLowerCase() === 'application/json';
  return transferEncoding === undefined && (length === undefined || length === '0');
}
