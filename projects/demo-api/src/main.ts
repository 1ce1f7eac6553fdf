import { readConfig } from './config/read-config.ts';
import { startErrorMessage } from './start-error-message.ts';
import { startServer } from './start-server.ts';

try {
  const server = await startServer(readConfig(process.env));
  console.log(`The demo API listens on ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // One of several would stay for what the first one has to tell it.
      void server.stop().then(() => process.connected && process.disconnect());
    });
  }
} catch (error) {
  console.error(startErrorMessage(error));
  process.exitCode = 1;
}
