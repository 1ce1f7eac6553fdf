/** What is to be reached, as a multiple of the limit. */
export interface Goal {
  readonly what: string;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** The figures of the report, in its order. */
export const GOALS = {
  mount: { what: '10,000 gates mounted', unit: 'ms', atMost: 1.2 },
  lost: { what: 'the role lost by all', unit: 'ms', atMost: 1.1 },
  gained: { what: 'the role gained by all', unit: 'ms', atMost: 1.4 },
  again: { what: 'an equal user again', unit: 'ms', atMost: 0.1 },
  renamed: { what: 'the same roles, another name', unit: 'ms', atMost: 0.1 },
  siblings: { what: 'the role lost by 10,000 siblings', unit: 'ms', atMost: 0.2 },
  destroy: { what: '10,000 gates destroyed', unit: 'ms', atMost: 2 },
  heap: { what: 'heap of a gate', unit: 'bytes', atMost: 1.5 },
  // A quadratic one would be 50.
  growingMount: { what: 'growth to 50,000: mounted', unit: 'times', atMost: 1.5 },
  growingLost: { what: 'growth to 50,000: lost', unit: 'times', atMost: 1.5 },
  growingGained: { what: 'growth to 50,000: gained', unit: 'times', atMost: 1.5 },
  growingDestroy: { what: 'growth to 50,000: destroyed', unit: 'times', atMost: 1.5 },
  bySignal: { what: 'hasRole, to roles().has(role)', unit: 'ns', atLeast: 0.9 },
  bySet: { what: 'hasRole, to a Set without a signal', unit: 'ns', atLeast: 0.9 },
} as const satisfies Record<string, Goal>;

export type FigureName = keyof typeof GOALS;

/** Whether the goal is reached, at the precision that is shown. */
export function isMet({ atMost = Infinity, atLeast = 0 }: Goal, ratio: number): boolean {
  const shown = Number(ratio.toFixed(2));
  return shown <= atMost && shown >= atLeast;
}
