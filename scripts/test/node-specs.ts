import { globSync } from 'node:fs';

import { hasRedis } from '../../projects/ng-session-express/src/testing/redis-server.ts';
import { workspacePath } from '../workspace-path.ts';
import { runnableSpecs } from './runnable-specs.ts';
import type { RunnableSpecs } from './runnable-specs.ts';

const SPECS = [
  'projects/demo-api/src/**/*.spec.ts',
  'projects/ng-session-express/src/**/*.spec.ts',
  'docs/examples/express/**/*.spec.ts',
  'scripts/**/*.spec.ts',
];

/** Lists the specs, in TypeScript, that run in Node on this machine. */
export function nodeSpecs(): RunnableSpecs {
  return runnableSpecs({
    specs: globSync(SPECS, { cwd: workspacePath('.') }).sort(),
    hasRedis: hasRedis(),
    isCi: process.env['CI'] === 'true',
  });
}
