/** What one run of a spec came to. */
export interface SpecRun {
  /** What the console of the browser was told, such as the id of a mutation. */
  readonly told: string;
  readonly failed: readonly string[];
  readonly passed: number;
  /** Whether the browser was lost on the way. */
  readonly brokeOff: boolean;
}

/** How a line begins that holds a run. */
export const RUN_MARK = '@spec-run ';
