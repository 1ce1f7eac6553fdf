import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';

export interface ListeningServer {
  /** Its origin, on `localhost` and a port that was free. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server and resolves when it accepts requests. */
export async function listen(handler: RequestListener): Promise<ListeningServer> {
  const server = createServer(handler).listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      // A browser keeps its connections open for the next request.
      server.closeAllConnections();
      await closed;
    },
  };
}
