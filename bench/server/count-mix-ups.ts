import autocannon from 'autocannon';

import type { Person } from './people.ts';

export interface MixUps {
  readonly requests: number;
  /** Answers that were for somebody else, or for nobody. */
  readonly mixedUp: number;
  /** Changes that were answered and are not there any more. */
  readonly lost: number;
}

/** Has everybody change their session again and again, and looks whether each answer, and the end, is theirs. */
export async function countMixUps(
  url: string,
  people: readonly Person[],
  seconds: number,
): Promise<MixUps> {
  let next = 0;
  let requests = 0;
  let mixedUp = 0;
  const counts = new Map<number, number>();
  await autocannon({
    url: `${url}/count`,
    method: 'POST',
    connections: people.length,
    duration: seconds,
    setupClient: (client) => {
      const person = people[next++ % people.length];
      if (person === undefined) return;
      client.setHeaders({ ...person.headers });
      client.on('body', (body) => {
        requests++;
        const { id, count } = JSON.parse(body.toString()) as { id?: number; count?: number };
        if (id !== person.id) mixedUp++;
        else counts.set(person.id, Math.max(counts.get(person.id) ?? 0, count ?? 0));
      });
    },
  });
  const lost = await Promise.all(
    people.map(async ({ id, headers }) => {
      const answer = await fetch(`${url}/count`, { method: 'POST', headers });
      const body = (await answer.json()) as { id?: number; count?: number };
      // Each change counts one; one may have been under way when the load ended.
      return body.id === id ? Math.max(0, (counts.get(id) ?? 0) + 1 - (body.count ?? 0)) : 1;
    }),
  );
  return { requests, mixedUp, lost: lost.reduce((total, one) => total + one, 0) };
}
