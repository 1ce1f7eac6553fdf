import { buildOnce } from './build-once.ts';
import { finishExpress } from './finish-express.ts';
import { tsc } from './tsc.ts';

/** Where the companion for Express is built to. */
export const EXPRESS = 'dist/ng-session-express';

/** Builds the companion for Express as it is published, unless it is up to date. */
export async function buildExpress(): Promise<void> {
  await buildOnce({
    name: 'ng-session-express',
    commands: [tsc('projects/ng-session-express/tsconfig.lib.json')],
    finish: () => finishExpress(EXPRESS),
    inputs: ['projects/ng-session-express', 'scripts/build', 'LICENSE'],
    output: EXPRESS,
  });
}
