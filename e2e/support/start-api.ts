import { join } from 'node:path';

import { startProcess } from '../../scripts/process/start-process.ts';
import type { RunningProcess } from '../../scripts/process/start-process.ts';
import { workspacePath } from '../../scripts/workspace-path.ts';

export interface ApiOptions {
  readonly origins: readonly string[];
  /** Where the database is kept. */
  readonly folder: string;
  /** More variables of the API, such as SESSION_AGE. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Api {
  readonly url: string;
  /** What it printed so far. */
  readonly log: readonly string[];
  /** Takes it off the network; the database and the port stay its own. */
  stop(): Promise<void>;
  /** Starts it again, or anew, at the same address and with what it knew. */
  restart(): Promise<void>;
}

const LISTENS = /listens on (http:\S+)/;

/** Starts the demo's API in a process of its own and resolves when it accepts requests. */
export async function startApi({ origins, folder, env }: ApiOptions): Promise<Api> {
  const log: string[] = [];
  let running: RunningProcess | undefined;

  const start = async (port: string): Promise<string> => {
    const listening = Promise.withResolvers<string>();
    running = startProcess({
      command: [workspacePath('projects/demo-api/src/main.ts')],
      env: {
        NODE_ENV: 'test',
        PORT: port,
        ORIGINS: origins.join(','),
        DATABASE_FILE: join(folder, 'demo.sqlite'),
        // The tests sign in, and begin anew, more often than a person does.
        SIGN_IN_PER_ADDRESS: '1000',
        SIGN_IN_PER_ACCOUNT: '1000',
        NEW_SESSIONS_PER_ADDRESS: '1000',
        ...env,
      },
      onLine: (line) => {
        log.push(line);
        const url = LISTENS.exec(line)?.[1];
        if (url !== undefined) listening.resolve(url);
      },
    });
    const early = running.ended.then((how) => {
      throw new Error(`The API did not start (${how}): ${log.join('\n')}`);
    });
    return Promise.race([listening.promise, early]);
  };
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };

  const url = await start('0');
  return {
    url,
    log,
    stop,
    restart: async () => {
      await stop();
      await start(new URL(url).port);
    },
  };
}
