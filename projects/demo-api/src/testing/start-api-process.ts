import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';

export interface ApiProcess {
  readonly url: string;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

/** Starts `main.ts` or `cluster.ts` in a process of its own, and resolves when it accepts requests. */
export async function startApiProcess(
  context: TestContext,
  file: 'main.ts' | 'cluster.ts',
  env: Readonly<Record<string, string>>,
): Promise<ApiProcess> {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child = spawn(process.execPath, [path], {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  // In order: a cluster ends its processes with it.
  context.after(() => end('SIGTERM'));

  let output = '';
  const early = ended.then(() => {
    throw new Error(`The API did not start: ${output}`);
  });
  early.catch(() => undefined);
  for (;;) {
    const [chunk] = (await Promise.race([once(child.stdout, 'data'), early])) as [Buffer];
    output += chunk.toString();
    const url = /listens on (http:[^\s,]+)/.exec(output)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { url, kill: () => end('SIGKILL') };
  }
}
