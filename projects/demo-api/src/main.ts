import { readConfig } from './config/read-config.ts';
import { startErrorMessage } from './start-error-message.ts';
import { startServer } from './start-server.ts';

try {
  const server = await startServer(readConfig(process.env));
  console.log(`The demo API listens on ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop());
  }
} catch (error) {
  console.error(startErrorMessage(error));
  process.exitCode = 1;
}
