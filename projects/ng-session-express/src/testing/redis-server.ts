import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const COMMAND = 'redis-server';

export interface RedisServerOptions {
  /** Whether it is a cluster, of this one server. Default: `false`. */
  readonly cluster?: boolean;
}

/** Whether a Redis server is installed on this machine. */
export function hasRedis(): boolean {
  return spawnSync(COMMAND, ['--version']).status === 0;
}

/** A real Redis on a port of this machine, which keeps nothing. Stop it when the tests are done. */
export class RedisServer {
  readonly port: number;
  readonly #folder: string;
  /** Over which the servers of a cluster talk; `null` for no cluster. */
  readonly #busPort: number | null;
  #process: ChildProcess | null = null;

  /** Starts one on a free port. */
  static async start(options: RedisServerOptions = {}): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), 'ng-session-redis-'));
    const [port, busPort] = [await freePort(), await freePort()];
    const server = new RedisServer(port, folder, options.cluster ? busPort : null);
    await server.restart();
    return server;
  }

  private constructor(port: number, folder: string, busPort: number | null) {
    this.port = port;
    this.#folder = folder;
    this.#busPort = busPort;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Ends it at once, as a crash does. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    process.off('exit', this.#killAtExit);
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Has it answer nothing, while its connections stay. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  /** Has it go on where it was frozen. */
  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Starts it again, empty, on the same port. */
  async restart(): Promise<void> {
    await this.kill();
    const child = spawn(COMMAND, this.#args(), { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    process.on('exit', this.#killAtExit);
    await ready(child);
    if (this.#busPort !== null) await ownAllSlots(this.port);
  }

  /** Ends it, and removes what it has left behind. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  readonly #killAtExit = (): void => {
    this.#process?.kill('SIGKILL');
  };

  #args(): string[] {
    const options = {
      port: this.port,
      bind: '127.0.0.1',
      dir: this.#folder,
      save: '',
      appendonly: 'no',
      ...(this.#busPort !== null && { 'cluster-enabled': 'yes', 'cluster-port': this.#busPort }),
    };
    return Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  }
}

/** Resolves when it says so; rejects where it has ended instead. */
async function ready({ stdout, pid }: ChildProcess): Promise<void> {
  if (stdout === null || pid === undefined) throw new Error('redis-server is not installed.');
  let said = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (!said.includes('Ready to accept connections')) continue;
    // A pipe that nobody reads fills up, and then stops who writes.
    stdout.resume();
    return;
  }
  throw new Error('redis-server has ended before it was ready.');
}

/** Makes a cluster of one server: it is the one for every key. */
async function ownAllSlots(port: number): Promise<void> {
  await ask(port, 'CLUSTER ADDSLOTSRANGE 0 16383');
  while (!(await ask(port, 'CLUSTER INFO')).includes('cluster_state:ok')) {
    await setTimeout(20);
  }
}

async function ask(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${command}\r\n`);
  return (await socket.toArray()).join('');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
