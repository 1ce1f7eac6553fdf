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
    brotli: sum(files.map((file) => brotliCompressSync(file, BROTLI).length)),
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

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
