import { GOALS, isMet } from './goals.ts';
import type { FigureName, Goal } from './goals.ts';
import type { Figures } from './measure-tab.ts';

const HEAD = ['', 'by hand', 'ng-session', 'ngx-permissions', 'goal', ''];

/** Puts the figures next to the goals, in a table. */
export function report(library: Figures, peer: Figures): string {
  const rows = (Object.entries(GOALS) as [FigureName, Goal][]).map(([name, goal]) => [
    goal.what,
    `${library[name].limit.toFixed(1)} ${goal.unit}`,
    library[name].ratio.toFixed(2),
    peer[name].ratio.toFixed(2),
    goal.atMost === undefined ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`,
    isMet(goal, library[name].ratio) ? 'met' : 'NOT MET',
  ]);
  return align([HEAD, ...rows]);
}

/** All columns but the first and the last hold numbers. */
function align(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column > 0 && column < HEAD.length - 1 ? cell.padStart(width) : cell.padEnd(width);
    }),
  );
  return lines.map((cells) => cells.join('  ').trimEnd()).join('\n');
}
