/** Returns 128 random bits, in a page without HTTPS too. */
export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('_');
}
