const BEARER = /^bearer(?: +(?<token>.*))?$/i;

interface Headers {
  readonly authorization?: string | readonly string[] | undefined;
}

/** The token that a request names itself with, whatever it is worth; null where it has none. */
export function bearerOf(headers: Headers): string | null {
  // Of several such headers, Node takes the first.
  const found = BEARER.exec(String(headers.authorization ?? '').trim());
  return found && (found.groups?.['token'] ?? '');
}
