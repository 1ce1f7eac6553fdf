import { listen } from '../../e2e/support/listen.ts';

/** Finds a port of `localhost` on which nothing listens, for what must be told its port. */
export async function freePort(): Promise<number> {
  const server = await listen((_request, response) => response.end());
  await server.stop();
  return Number(new URL(server.url).port);
}
