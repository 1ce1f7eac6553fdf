/** The line ending that a text has, `\n` where it has none. */
export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space that the line of a position begins with. */
export function indentAt(text: string, position: number): string {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, position))?.[0] ?? '';
}

/** The white space that a text indents with, one level of it: two spaces where it does not tell. */
export function indentUnitOf(text: string): string {
  return /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '  ';
}

/** The quote that a text puts around its imports, single where it has none. */
export function quoteOf(text: string): string {
  return /^\s*(?:import|export)\b[^'"]*(['"])/m.exec(text)?.[1] ?? "'";
}

/** A text as a literal of the source. */
export function quoted(text: string, quote: string): string {
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
