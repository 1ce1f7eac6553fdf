/** One protection taken out of the library, which at least one spec has to notice. */
export interface Mutation {
  /** What is taken out, in plain words. */
  readonly name: string;
  /** The source, from `projects/ng-session/src/lib`. */
  readonly file: string;
  /** What is found exactly once in it. */
  readonly find: string;
  readonly replace: string;
  /** Which spec is expected to fail, as a glob for `ng test --include`. */
  readonly spec: string;
}

/** A mutation in a table; the spec is that of the table, unless the row names its own. */
type Row = readonly [name: string, find: string, replace: string, spec?: string];

/** The mutations of one source. */
export function mutationsOf(file: string, spec: string, rows: readonly Row[]): Mutation[] {
  return rows.map(([name, find, replace, own = spec]) => ({
    name,
    file,
    find,
    replace,
    spec: `**/${own}.spec.ts`,
  }));
}
