import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes, as they are and as they travel. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Measures files as a server sends them: each compressed on its own, as well as it can be. */
export function sizeOf(files: readonly Buffer[]): Size {
  return {
    raw: sum(files.map((file) => file.length)),
    gzip: sum(files.map((file) => gzipSync(file, { level: 9 }).length)),
    brotli: sum(files.map((file) => steadyBrotli(file))),
  };
}

/** Returns what one size has more than another. */
export function addedSize(after: Size, before: Size): Size {
  return {
    raw: after.raw - before.raw,
    gzip: after.gzip - before.gzip,
    brotli: after.brotli - before.brotli,
  };
}

/**
 * Brotli at its best jumps: a comment before a bundle makes it a hundred bytes smaller, or larger. The mean
 * over some comments tells more of what the bundle holds.
 */
function steadyBrotli(file: Buffer): number {
  const sizes = SHIFTS.map((shift) => {
    const comment = Buffer.from(`/*${'ng-session'.repeat(shift)}*/`);
    return brotliCompressSync(Buffer.concat([comment, file]), BROTLI).length;
  });
  return Math.round(sum(sizes) / sizes.length);
}

const SHIFTS = [0, 1, 2, 3, 4, 5, 6, 7];
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
