import autocannon from 'autocannon';

import type { Person } from './people.ts';

export interface Load {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** Has everybody ask again and again who they are, each over a connection of their own. */
export async function measureLoad(
  url: string,
  people: readonly Person[],
  seconds: number,
): Promise<Load> {
  let next = 0;
  const { requests, latency, errors, non2xx } = await autocannon({
    url: `${url}/me`,
    connections: people.length,
    duration: seconds,
    setupClient: (client) => client.setHeaders({ ...people[next++]?.headers }),
  });
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} requests have failed.`);
  return { requestsPerSecond: requests.average, p99: latency.p99 };
}
