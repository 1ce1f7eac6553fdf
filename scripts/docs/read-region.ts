/**
 * Returns the lines of a source between `#region name` and `#endregion name`, without the indentation
 * that they share; the whole source where no name is given. The marks themselves are left out, those
 * of other regions too. Throws where the region is not there just once.
 */
export function readRegion(source: string, name?: string): string {
  const lines = source.replace(/\n+$/, '').split('\n');
  const inside = name === undefined ? lines : linesBetween(lines, name);
  return withoutIndentation(inside.filter((line) => !MARK.test(line))).join('\n');
}

/** What editors fold: `// #region name`, or the same as a comment of HTML or JSON. */
const MARK = /^\s*(?:\/\/|<!--|\/\*) #(region|endregion) ([\w-]+)(?: -->| \*\/)?$/;

function linesBetween(lines: readonly string[], name: string): readonly string[] {
  const marks = (kind: string) =>
    lines.flatMap((line, index) => {
      const [, found, of] = MARK.exec(line) ?? [];
      return found === kind && of === name ? [index] : [];
    });
  const [start, ...moreStarts] = marks('region');
  const [end, ...moreEnds] = marks('endregion');
  if (start === undefined || end === undefined || end < start) {
    throw new Error(`has no "#region ${name}" that "#endregion ${name}" closes`);
  }
  if (moreStarts.length > 0 || moreEnds.length > 0) {
    throw new Error(`has more than one region ${name}`);
  }
  return lines.slice(start + 1, end);
}

function withoutIndentation(lines: readonly string[]): readonly string[] {
  const indents = lines.filter(Boolean).map((line) => line.search(/\S/));
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared));
}
