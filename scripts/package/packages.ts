import { EXPRESS, buildExpress } from '../build/build-express.ts';
import { buildLibrary } from '../build/build-library.ts';

/** A package that is published, from the folder that it is built to. */
export interface Package {
  readonly name: string;
  readonly folder: string;
  readonly build: () => Promise<void>;
}

/** Every package that users install. */
export const PACKAGES: readonly Package[] = [
  { name: 'ng-session', folder: 'dist/ng-session', build: buildLibrary },
  { name: 'ng-session-express', folder: EXPRESS, build: buildExpress },
];
