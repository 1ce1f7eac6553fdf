import { tableRows } from '../docs/table-rows.ts';

/** A bundle jumps by some bytes with what is beside it; this much says nothing. */
const JUMP = 60;
const SHARE = 0.1;

/** Names each part whose size in the table of a guide is no longer what was measured. */
export function wrongSizes(guide: string, measured: ReadonlyMap<string, number>): string[] {
  const told = new Map(
    tableRows(guide, 'Bytes brotli').map(({ cells: [part = '', bytes = ''] }) => [
      part.replaceAll('`', ''),
      Number(bytes.replaceAll(',', '')),
    ]),
  );
  return [...measured].flatMap(([part, bytes]) => {
    const said = told.get(part) ?? NaN;
    const isRight = Math.abs(said - bytes) <= Math.max(JUMP, SHARE * bytes);
    return isRight ? [] : [`${part} adds ${bytes} bytes brotli; the guide says ${said}.`];
  });
}
