/**
 * Returns a mark that tells persons apart and does not say who they are: a hash of 53 bits. It guards
 * against mistakes, not against somebody who computes marks until one fits.
 */
export function ownerMark(identity: unknown): string {
  const text = JSON.stringify(identity, (_, value: unknown) =>
    typeof value === 'bigint' ? `${String(value)}n` : value,
  );
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 15), 0x735a2d97) ^ Math.imul(low ^ (low >>> 16), 0xcaf649a9);
  low = Math.imul(low ^ (low >>> 15), 0x735a2d97) ^ Math.imul(high ^ (high >>> 16), 0xcaf649a9);
  return ((high & 0x1fffff) * 2 ** 32 + (low >>> 0)).toString(36);
}
