import type { Size } from './size.ts';

/** Tells what the library adds, and how much of that comes from where. */
export function sizeReport(
  added: Size,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): string {
  const growth = [...after]
    .map(([name, bytes]) => [name, bytes - (before.get(name) ?? 0)] as const)
    .filter(([, bytes]) => bytes !== 0)
    .sort(([, a], [, b]) => b - a);
  return [
    'The core of ng-session adds to an app:',
    `  ${bytes(added.raw)} raw, ${bytes(added.gzip)} gzip, ${bytes(added.brotli)} brotli`,
    '',
    'of which, raw:',
    ...growth.map(([name, count]) => `  ${bytes(count).padStart(14)}  ${name}`),
  ].join('\n');
}

function bytes(count: number): string {
  return `${count.toLocaleString('en')} bytes`;
}
