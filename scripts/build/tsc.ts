import type { Command } from '../process/command.ts';
import { workspacePath } from '../workspace-path.ts';

/** Names a run of the TypeScript compiler over a project, given from the root of the repository. */
export function tsc(project: string): Command {
  return [workspacePath('node_modules/typescript/bin/tsc'), '-p', project];
}
