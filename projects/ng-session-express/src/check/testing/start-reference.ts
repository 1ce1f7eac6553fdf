import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

import { APP, RIGHT } from './behaviour.ts';
import type { Behaviour } from './behaviour.ts';
import { Reference } from './reference.ts';

/** A key and its certificate, which are for tests only: the file says how it was made. */
export const LOCALHOST_PEM = fileURLToPath(new URL('localhost.pem', import.meta.url));

/** Starts a backend in bare Node that does all right, but for what a test changes. */
export async function startReference(
  context: TestContext,
  changes: Partial<Behaviour> = {},
  protocol: 'http' | 'https' = 'http',
): Promise<{ url: string; origin: string; secrets: () => readonly string[] }> {
  const backend = new Reference({ ...RIGHT, ...changes });
  const listener: RequestListener = (request, response) => void backend.handle(request, response);
  const pem = protocol === 'https' ? readFileSync(LOCALHOST_PEM) : null;
  const server = pem
    ? createHttpsServer({ key: pem, cert: pem }, listener)
    : createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${protocol}://127.0.0.1:${port}`, origin: APP, secrets: () => backend.secrets };
}
