import { EXPRESS, buildExpress } from '../build/build-express.ts';
import { buildLibrary } from '../build/build-library.ts';

/** An entry point of a package, and the name of the golden of its public API. */
export interface EntryPoint {
  readonly name: string;
  readonly types: string;
  readonly runsIn: 'browser' | 'Node';
  /** The built package. */
  readonly folder: string;
  readonly build: () => Promise<void>;
}

const LIBRARY = { folder: 'dist/ng-session', runsIn: 'browser', build: buildLibrary } as const;
const COMPANION = { folder: EXPRESS, runsIn: 'Node', build: buildExpress } as const;

export const ENTRY_POINTS: readonly EntryPoint[] = [
  { ...LIBRARY, name: 'ng-session', types: 'dist/ng-session/types/ng-session.d.ts' },
  {
    ...LIBRARY,
    name: 'ng-session-testing',
    types: 'dist/ng-session/types/ng-session-testing.d.ts',
  },
  { ...COMPANION, name: 'ng-session-express', types: `${EXPRESS}/index.d.ts` },
  { ...COMPANION, name: 'ng-session-express-testing', types: `${EXPRESS}/testing/index.d.ts` },
];
