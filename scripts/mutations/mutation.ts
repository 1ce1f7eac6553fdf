/** Where the sources are that can be mutated, and whose specs run by Karma or by Node. */
export const SOURCES = {
  library: 'projects/ng-session/src/lib',
  express: 'projects/ng-session-express/src',
} as const;

/** One protection taken out of a project, which at least one spec has to notice. */
export interface Mutation {
  readonly project: keyof typeof SOURCES;
  /** What is taken out, in plain words. */
  readonly name: string;
  /** The source, from the `SOURCES` of its project. */
  readonly file: string;
  /** What is found exactly once in it. */
  readonly find: string;
  readonly replace: string;
  /** Which spec is expected to fail, as a glob for `ng test --include` or `node --test`. */
  readonly spec: string;
}

/** A mutation in a table; the spec is that of the table, unless the row names its own. */
type Row = readonly [name: string, find: string, replace: string, spec?: string];

/** The mutations of one source of the library. */
export function mutationsOf(file: string, spec: string, rows: readonly Row[]): Mutation[] {
  return toMutations('library', file, spec, rows, '**/');
}

/** The mutations of one source of the companion for Express; specs are told from its sources. */
export function expressMutationsOf(file: string, spec: string, rows: readonly Row[]): Mutation[] {
  return toMutations('express', file, spec, rows, `${SOURCES.express}/`);
}

function toMutations(
  project: Mutation['project'],
  file: string,
  spec: string,
  rows: readonly Row[],
  folder: string,
): Mutation[] {
  return rows.map(([name, find, replace, own = spec]) => ({
    project,
    name,
    file,
    find,
    replace,
    spec: `${folder}${own}.spec.ts`,
  }));
}
