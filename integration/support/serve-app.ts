import { join } from 'node:path';

import { startProcess } from '../../scripts/process/start-process.ts';
import { waitForServer } from '../../scripts/process/wait-for-server.ts';
import type { Shell } from './shell.ts';

export interface ServedApp {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts in the folder of a new app, on a port, and resolves when it answers. */
export async function serveApp({ folder, env }: Shell, port: number): Promise<ServedApp> {
  const log: string[] = [];
  const running = startProcess({
    command: [join(folder, 'node_modules/@angular/cli/bin/ng.js'), 'serve', `--port=${port}`],
    folder,
    env: env as Record<string, string>,
    onLine: (line) => log.push(line),
  });
  const url = `http://localhost:${port}`;
  const early = running.ended.then((how) => {
    throw new Error(`The app did not start (${how}): ${log.join('\n')}`);
  });
  await Promise.race([waitForServer(url), early]);
  return { url, stop: () => running.stop() };
}
