import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const LISTENS = /listens on \S+/;
/** One that ends as soon as it has started would be started for ever. */
const PAUSE = 500;

export interface Cluster {
  /** Lets all processes end in order. */
  stop(): void;
}

/**
 * Starts several processes of the API behind one address, which need sessions that they share:
 * `SESSION_DRIVER=redis`. One that ends is started anew; what people do goes on with the others.
 */
export function startCluster(processes: number, print: (line: string) => void): Cluster {
  let isStopping = false;
  let listening = 0;
  cluster.setupPrimary({ exec: MAIN, silent: true });

  const start = (): void => {
    if (isStopping) return;
    const worker = cluster.fork();
    let isUp = false;
    forEachLine(worker, (line) => {
      const listens = LISTENS.exec(line)?.[0];
      if (listens === undefined) return print(`[${String(worker.process.pid)}] ${line}`);
      isUp = true;
      if (++listening === processes) print(`The demo API ${listens}, in ${processes} processes`);
    });
    worker.once('exit', () => {
      if (isUp) setTimeout(start, PAUSE);
      // A setting is wrong, as it has said: the others will say the same.
      else process.exitCode = 1;
    });
  };
  for (let n = 0; n < processes; n++) start();

  return {
    stop: () => {
      isStopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
    },
  };
}

function forEachLine({ process: { stdout, stderr } }: Worker, then: (line: string) => void): void {
  for (const stream of [stdout, stderr]) {
    if (stream) createInterface({ input: stream }).on('line', then);
  }
}
