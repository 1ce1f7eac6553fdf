import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when this process is asked to end, or when whoever started it has gone. */
export async function stopAsked(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal));
  await Promise.race([...signals, parentGone()]);
}

/** The shell that npm puts in between passes no signal on: killing npm would leave all this behind. */
async function parentGone(): Promise<void> {
  const parent = process.ppid;
  while (process.ppid === parent) await delay(500, undefined, { ref: false });
}
