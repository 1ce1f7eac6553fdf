/** An entry point of the library, and where the golden of its public API is. */
export interface EntryPoint {
  readonly name: string;
  readonly types: string;
}

export const ENTRY_POINTS: readonly EntryPoint[] = [
  { name: 'ng-session', types: 'dist/ng-session/types/ng-session.d.ts' },
  { name: 'ng-session-testing', types: 'dist/ng-session/types/ng-session-testing.d.ts' },
];
