export interface TableRow {
  /** The line in the text, from 1 on. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Returns the rows of all tables of a Markdown text that have a column of this name, without the heads. */
export function tableRows(text: string, column: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let isInside = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('|')) {
      isInside = false;
      continue;
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.includes(column)) isInside = true;
    else if (isInside && !/^\|[\s|:-]+\|$/.test(line)) rows.push({ line: index + 1, cells });
  }
  return rows;
}
