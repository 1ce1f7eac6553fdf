import { ng } from '../process/command.ts';
import { buildOnce } from './build-once.ts';

/** Builds the library as it is published, unless it is up to date. */
export async function buildLibrary(): Promise<void> {
  await buildOnce({
    name: 'ng-session',
    command: ng('build', 'ng-session'),
    inputs: ['projects/ng-session'],
    output: 'dist/ng-session',
  });
}
