import { buildLibrary } from '../scripts/build/build-library.ts';
import { ng } from '../scripts/process/command.ts';
import { runCommand } from '../scripts/process/run-command.ts';

/** Builds the page as for production, with the library as it is published. */
export async function buildPage(): Promise<void> {
  await buildLibrary();
  const code = await runCommand(ng('build', 'page'), { folder: 'bench' });
  if (code !== 0) throw new Error('The page could not be built. Run npm ci --prefix bench.');
}
