import { ng } from '../process/command.ts';
import { buildOnce } from './build-once.ts';
import { tsc } from './tsc.ts';

/** Builds the library as it is published, with its schematics, unless it is up to date. */
export async function buildLibrary(): Promise<void> {
  await buildOnce({
    name: 'ng-session',
    commands: [
      ng('build', 'ng-session'),
      // After ng-packagr, which clears the folder and copies what is no code.
      tsc('projects/ng-session/schematics/tsconfig.lib.json'),
    ],
    inputs: ['projects/ng-session'],
    output: 'dist/ng-session',
  });
}
