import { buildLibrary } from './build-library.ts';
import { buildOnce } from './build-once.ts';
import { tsc } from './tsc.ts';

/** Where the specs of the schematics are built to, with the sources that they test. */
export const SCHEMATICS_SPECS = 'dist/schematics';

/** Builds the schematics as they are published, and their specs: CommonJS, as the CLI loads them. */
export async function buildSchematicsSpecs(): Promise<void> {
  await buildLibrary();
  await buildOnce({
    name: 'schematics',
    commands: [tsc('projects/ng-session/schematics')],
    inputs: ['projects/ng-session/schematics'],
    output: SCHEMATICS_SPECS,
  });
}
