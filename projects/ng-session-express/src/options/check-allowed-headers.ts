import { SessionError } from '../session-error.ts';

/** Refuses what is no name of a header: browsers take `*` for a name where cookies are sent, not for all. */
export function checkAllowedHeaders(headers: unknown = []): readonly string[] {
  if (Array.isArray(headers) && headers.every(isName)) return [...headers];
  throw new SessionError(
    'invalid-config',
    "allowedHeaders must be a list of names of headers, such as ['Authorization'].",
  );
}

function isName(header: unknown): header is string {
  return typeof header === 'string' && /^[\w-]+$/.test(header);
}
