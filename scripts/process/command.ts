import { workspacePath } from '../workspace-path.ts';

/** A program of Node and its arguments. */
export type Command = readonly [script: string, ...args: string[]];

/** Names a command of the Angular CLI. */
export function ng(...args: string[]): Command {
  return [workspacePath('node_modules/@angular/cli/bin/ng.js'), ...args];
}
