import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));

export type ServerName = 'bare' | 'ours';
export type StoreName = 'memory' | 'redis';

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server in a process of its own, as in production. */
export async function startServer(
  name: ServerName,
  store: StoreName,
  redisUrl: string,
): Promise<RunningServer> {
  const child = spawn(process.execPath, [SERVE, name, store], {
    env: { ...process.env, NODE_ENV: 'test', REDIS_URL: redisUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: `http://127.0.0.1:${line.toString().trim()}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
