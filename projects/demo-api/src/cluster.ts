import { ConfigError } from './config/config-error.ts';
import { readNumber } from './config/read-number.ts';
import { startCluster } from './start-cluster.ts';

try {
  const processes = readNumber({
    name: 'PROCESSES',
    value: process.env['PROCESSES'],
    fallback: 2,
    min: 1,
    max: 64,
  });
  const api = startCluster(processes, (line) => console.log(line));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => api.stop());
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
