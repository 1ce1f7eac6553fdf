import { exec } from 'node:child_process';
import { delimiter, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

import { workspacePath } from '../../scripts/workspace-path.ts';

/** What a person types into a terminal, one line after another. */
export interface Shell {
  /** Where it is now. */
  readonly folder: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Runs a line and returns what it printed; throws with that when it fails. `cd` moves on. */
  run(line: string): Promise<string>;
}

export interface ShellOptions {
  readonly folder: string;
  /** Where npm gets packages from. */
  readonly registry: string;
}

/** What npm and the test runner tell their children, who here are no children but another person. */
const OF_THIS_RUN =
  /^(?:npm_(?:package|lifecycle|command|execpath|config_local_prefix)|INIT_CWD|NODE_PATH|NODE_TEST_CONTEXT|FORCE_COLOR)/;

/** Opens a shell as on a machine that knows nothing of this repository but its Node. */
export function openShell({ folder, registry }: ShellOptions): Shell {
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THIS_RUN.test(name))),
    PATH: [dirname(process.execPath), ...elsewhere(process.env['PATH'])].join(delimiter),
    NG_CLI_ANALYTICS: 'false',
    NO_COLOR: '1',
    npm_config_registry: registry,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
  let cwd = folder;

  return {
    get folder() {
      return cwd;
    },
    env,
    run: async (line) => {
      const [command, target] = line.split(' ');
      if (command === 'cd' && target !== undefined) {
        cwd = resolve(cwd, target);
        return '';
      }
      try {
        const { stdout, stderr } = await promisify(exec)(line, { cwd, env, maxBuffer: 2 ** 26 });
        return stdout + stderr;
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        throw new Error(`This failed: ${line}\n${stdout}\n${stderr}`, { cause: error });
      }
    },
  };
}

function elsewhere(path = ''): readonly string[] {
  return path.split(delimiter).filter((entry) => !entry.startsWith(workspacePath('.')));
}
