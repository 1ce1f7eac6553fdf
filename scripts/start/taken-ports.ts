import { isPortFree } from '../process/is-port-free.ts';
import type { PortSetting } from './read-ports.ts';

/** Returns a line for each port that is taken: which one, and how to choose another. */
export async function takenPorts(settings: readonly PortSetting[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { variable, port } of settings) {
    if (await isPortFree(port)) continue;
    lines.push(
      `Port ${port} is taken: stop what uses it, or choose another one with ${variable} ` +
        `(${variable}=${port + 1} npm start).`,
    );
  }
  return lines;
}
