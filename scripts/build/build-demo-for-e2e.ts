import { ng } from '../process/command.ts';
import { buildLibrary } from './build-library.ts';
import { buildOnce } from './build-once.ts';

/** Where the demo for the tests in the browser is built to. */
export const E2E_DEMO = 'dist/e2e-demo';

/**
 * What that demo takes for the address of its API.
 *
 * The server of the tests puts the real one in its place, so that any free port will do.
 */
export const E2E_API_PLACEHOLDER = 'http://demo-api.test';

/** Builds library and demo, in production mode, for the tests in the browser. */
export async function buildDemoForE2e(): Promise<void> {
  await buildLibrary();
  await buildOnce({
    name: 'e2e-demo',
    commands: [
      ng(
        'build',
        'demo',
        `--output-path=${E2E_DEMO}`,
        `--define=DEMO_API_URL='${E2E_API_PLACEHOLDER}'`,
      ),
    ],
    inputs: ['projects/demo', 'dist/ng-session'],
    output: E2E_DEMO,
  });
}
