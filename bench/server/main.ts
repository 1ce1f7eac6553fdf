import {
  hasRedis,
  RedisServer,
} from '../../projects/ng-session-express/src/testing/redis-server.ts';
import { median } from '../median.ts';
import { interleave } from '../rounds.ts';
import { countMixUps } from './count-mix-ups.ts';
import { measureLoad } from './measure-load.ts';
import { signIn } from './people.ts';
import { startServer } from './start-server.ts';
import type { ServerName, StoreName } from './start-server.ts';

// node bench/server/main.ts: what ng-session-express costs, next to express-session alone with the same
// store, and whether sessions are lost or mixed up under load.
// These are figures and no test: each differs from run to run, and from machine to machine.
const CONNECTIONS = 100;
const EFFORT = { warmUps: 1, rounds: 5 };
const SECONDS = 4;
const LONG = 60;

const redis = hasRedis() ? await RedisServer.start() : null;
const redisUrl = redis?.url ?? '';
try {
  for (const store of ['memory', 'redis'] as const) {
    if (store === 'redis' && redis === null) {
      console.log('redis: left out, since redis-server is not installed.');
      continue;
    }
    await compareWithBare(store);
    await lookForMixUps(store);
  }
} finally {
  await redis?.stop();
}

async function compareWithBare(store: StoreName): Promise<void> {
  const rounds = await interleave<ServerName, Awaited<ReturnType<typeof measureLoad>>>(
    'bare',
    'ours',
    EFFORT,
    async (name) => {
      const server = await startServer(name, store, redisUrl);
      try {
        const people = await signIn(server.url, CONNECTIONS);
        await measureLoad(server.url, people, 1);
        return await measureLoad(server.url, people, SECONDS);
      } finally {
        await server.stop();
      }
    },
  );
  const rate = median(
    rounds.map(({ limit, rival }) => rival.requestsPerSecond / limit.requestsPerSecond),
  );
  const p99 = median(rounds.map(({ limit, rival }) => rival.p99 / limit.p99));
  const bare = median(rounds.map(({ limit }) => limit.requestsPerSecond));
  console.log(
    `${store}: express-session ${bare.toFixed(0)} requests a second; ng-session-express ` +
      `${rate.toFixed(2)} of that (goal ≥ 0.95: ${rate >= 0.945 ? 'met' : 'NOT MET'}), p99 ${p99.toFixed(2)} of its`,
  );
}

async function lookForMixUps(store: StoreName): Promise<void> {
  const server = await startServer('ours', store, redisUrl);
  try {
    const people = await signIn(server.url, CONNECTIONS);
    const { requests, mixedUp, lost } = await countMixUps(server.url, people, LONG);
    const verdict = mixedUp + lost === 0 ? 'met' : 'NOT MET';
    console.log(
      `${store}: ${requests} changes in ${LONG} s over ${CONNECTIONS} connections: ${lost} lost, ` +
        `${mixedUp} mixed up (goal 0: ${verdict})`,
    );
  } finally {
    await server.stop();
  }
}
