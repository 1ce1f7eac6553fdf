import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

import { APP, RIGHT } from './behaviour.ts';
import type { Behaviour } from './behaviour.ts';
import { Reference } from './reference.ts';

/** Starts a backend in bare Node that does all right, but for what a test changes. */
export async function startReference(
  context: TestContext,
  changes: Partial<Behaviour> = {},
): Promise<{ url: string; origin: string; secrets: () => readonly string[] }> {
  const backend = new Reference({ ...RIGHT, ...changes });
  const server = createServer((request, response) => void backend.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, origin: APP, secrets: () => backend.secrets };
}
