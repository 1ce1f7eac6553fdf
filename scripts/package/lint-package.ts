import { runCommand } from '../process/run-command.ts';
import { workspacePath } from '../workspace-path.ts';
import type { Package } from './packages.ts';

const PUBLINT = workspacePath('node_modules/publint/src/cli.js');
const ATTW = workspacePath('node_modules/@arethetypeswrong/cli/dist/index.js');

/**
 * Whether a package can be installed, imported and typed by whoever may import it; tells what is wrong.
 *
 * All of ours are ES modules only, so what CommonJS would make of them does not count.
 */
export async function lintPackage({ folder }: Package): Promise<boolean> {
  const exports = await runCommand([PUBLINT, 'run', folder, '--strict']);
  const types = await runCommand([ATTW, '--pack', folder, '--profile=esm-only']);
  return exports === 0 && types === 0;
}
