import { join } from 'node:path';

import type { Command } from '../../scripts/process/command.ts';
import { startProcess } from '../../scripts/process/start-process.ts';
import { waitForServer } from '../../scripts/process/wait-for-server.ts';
import type { Shell } from './shell.ts';

export interface ServedApp {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts in the folder of a new app, on a port, and resolves when it answers. */
export function serveApp(shell: Shell, port: number): Promise<ServedApp> {
  const cli = join(shell.folder, 'node_modules/@angular/cli/bin/ng.js');
  return serve(shell, port, [cli, 'serve', `--port=${port}`]);
}

/** Starts the server that was built with an app, and resolves when it answers. */
export function serveRendered(shell: Shell, name: string, port: number): Promise<ServedApp> {
  return serveScript(shell, `dist/${name}/server/server.mjs`, port);
}

/** Starts a script in the folder of a new app, which listens where PORT says, and resolves when it answers. */
export function serveScript(shell: Shell, script: string, port: number): Promise<ServedApp> {
  return serve(shell, port, [join(shell.folder, script)]);
}

async function serve({ folder, env }: Shell, port: number, command: Command): Promise<ServedApp> {
  const log: string[] = [];
  const running = startProcess({
    command,
    folder,
    // A server that renders answers for the hosts that it knows.
    env: { ...(env as Record<string, string>), PORT: String(port), NG_ALLOWED_HOSTS: 'localhost' },
    onLine: (line) => log.push(line),
  });
  const url = `http://localhost:${port}`;
  const early = running.ended.then((how) => {
    throw new Error(`The app did not start (${how}): ${log.join('\n')}`);
  });
  await Promise.race([waitForServer(url), early]);
  return { url, stop: () => running.stop() };
}
