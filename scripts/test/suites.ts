import { buildDemoForE2e } from '../build/build-demo-for-e2e.ts';
import { buildExpress } from '../build/build-express.ts';
import { buildLibrary } from '../build/build-library.ts';
import { SCHEMATICS_SPECS, buildSchematicsSpecs } from '../build/build-schematics-specs.ts';
import { ng } from '../process/command.ts';
import { nodeSpecs } from './node-specs.ts';
import { nodeTests } from './node-tests.ts';
import type { Suite } from './suite.ts';

/** Every suite of the project, in the order in which `npm test` runs them. */
export const SUITES: readonly Suite[] = [
  {
    name: 'unit',
    title: 'The library in a browser, zoneless',
    command: () => ng('test', 'ng-session'),
  },
  {
    name: 'unit-zone',
    title: 'The library in a browser, with zone.js',
    command: () => ng('test', 'ng-session', '--configuration=zone'),
  },
  {
    name: 'node',
    title: 'The companion, the API, the scripts and the schematics in Node',
    missing: () => nodeSpecs().missing,
    setUp: buildSchematicsSpecs,
    command: (countsFile) =>
      nodeTests([...nodeSpecs().specs, `${SCHEMATICS_SPECS}/**/*.spec.js`])(countsFile),
  },
  {
    name: 'docs',
    title: 'The examples of the guides in a browser',
    setUp: buildLibrary,
    command: () => ng('test', 'docs'),
  },
  {
    name: 'e2e',
    title: 'The demo in a browser, with its API',
    setUp: buildDemoForE2e,
    // One file at a time: each starts a browser of its own.
    command: nodeTests(['e2e/**/*.spec.ts'], '--test-concurrency=1'),
  },
  {
    name: 'integration',
    title: 'The packages in new apps, from npm to the browser',
    setUp: async () => {
      await buildLibrary();
      await buildExpress();
    },
    command: nodeTests(['integration/**/*.spec.ts']),
  },
];
