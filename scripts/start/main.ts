import { findRedis, NO_REDIS } from './find-redis.ts';
import type { Redis } from './find-redis.ts';
import { readPorts } from './read-ports.ts';
import type { Ports } from './read-ports.ts';
import { startAll } from './start-all.ts';
import { stopAsked } from './stop-asked.ts';
import { takenPorts } from './taken-ports.ts';
import { welcome } from './welcome.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  let ports: Ports;
  try {
    ports = readPorts(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  const taken = await takenPorts([ports.api, ports.web]);
  if (taken.length > 0) {
    console.error(taken.join('\n'));
    return 1;
  }

  let redis: Redis | null = null;
  if (process.argv.includes('--cluster')) {
    redis = await findRedis(process.env);
    if (redis === null) {
      console.error(NO_REDIS);
      return 1;
    }
  }

  const demo = startAll(ports, redis?.url);
  void demo.ready.then(() => console.log(welcome(demo)));
  const failure = await Promise.race([demo.ended, stopAsked()]);
  // A second Ctrl-C does not wait.
  process.once('SIGINT', () => process.exit(1));
  await demo.stop();
  await redis?.stop();
  if (failure !== undefined) console.error(`${failure} So everything was stopped.`);
  process.exit(failure === undefined ? 0 : 1);
}
