import { ng } from '../process/command.ts';
import { startProcess } from '../process/start-process.ts';
import type { ProcessOptions, RunningProcess } from '../process/start-process.ts';
import { waitForServer } from '../process/wait-for-server.ts';
import { workspacePath } from '../workspace-path.ts';
import type { Ports } from './read-ports.ts';

export interface StartedDemo {
  readonly web: string;
  readonly api: string;
  /** Resolves once both addresses answer. */
  readonly ready: Promise<void>;
  /** Resolves with one line when one of the processes has ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** What ng-packagr prints when a build in watch mode is done. */
const LIBRARY_BUILT = 'Compilation complete.';

/**
 * Starts the library's build, then the API and the demo, each with its name before its lines. With a Redis,
 * the API runs in several processes that share it.
 */
export function startAll({ api: apiPort, web: webPort }: Ports, redisUrl?: string): StartedDemo {
  const api = `http://localhost:${apiPort.port}`;
  const web = `http://localhost:${webPort.port}`;
  const running: RunningProcess[] = [];
  const ended = Promise.withResolvers<string>();
  const libraryBuilt = Promise.withResolvers<void>();
  let stopping = false;

  const start = (name: string, options: Omit<ProcessOptions, 'onLine'>): void => {
    const onLine = (line: string): void => {
      if (line.trim() !== '') console.log(`[${name}] ${line}`);
      if (line.includes(LIBRARY_BUILT)) libraryBuilt.resolve();
    };
    const child = startProcess({ ...options, onLine });
    running.push(child);
    void child.ended.then((how) => ended.resolve(`[${name}] ended (${how}).`));
  };

  start('library', {
    command: ng('build', 'ng-session', '--watch', '--configuration=development'),
  });

  const ready = libraryBuilt.promise.then(async () => {
    if (stopping) return;
    start('api', {
      command: [workspacePath(`projects/demo-api/src/${redisUrl ? 'cluster' : 'main'}.ts`)],
      env: {
        PORT: String(apiPort.port),
        ORIGINS: web,
        ...(redisUrl && { SESSION_DRIVER: 'redis', REDIS_URL: redisUrl }),
      },
    });
    start('demo', {
      command: ng('serve', 'demo', `--port=${webPort.port}`, `--define=DEMO_API_URL='${api}'`),
    });
    await Promise.all([waitForServer(`${api}/api/health`), waitForServer(web)]);
  });

  return {
    web,
    api,
    ready,
    ended: ended.promise,
    stop: async () => {
      stopping = true;
      await Promise.all(running.map((child) => child.stop()));
    },
  };
}
