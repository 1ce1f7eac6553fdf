import { once } from 'node:events';
import { createServer } from 'node:http';

import type { Config } from './config/config.ts';
import { createApp } from './create-app.ts';
import type { App, AppOptions } from './create-app.ts';

export interface RunningServer {
  readonly app: App;
  readonly url: string;
  /** Lets running requests end, for a while, then closes everything. */
  stop(): Promise<void>;
}

const GRACE = 5000;

/** Starts the API and resolves when it accepts requests. */
export async function startServer(config: Config, options?: AppOptions): Promise<RunningServer> {
  const app = await createApp(config, options);
  const server = createServer(app.handler);
  try {
    server.listen(config.port, config.host);
    await once(server, 'listening');
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;

  return {
    app,
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    stop: async () => {
      const force = setTimeout(() => server.closeAllConnections(), GRACE);
      const closed = once(server, 'close');
      server.close();
      await closed;
      clearTimeout(force);
      await app.close();
    },
  };
}
