import type { Tree } from '@angular-devkit/schematics';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

import { inFolders } from './in-folders';
import { PACKAGE } from './schematics';

/** What is outside the applications never changes: each file is parsed only once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles an application as one of its configurations says, with the packages of this repository,
 * and returns what is wrong with it.
 */
export function typeErrors(tree: Tree, tsConfig = 'tsconfig.app.json'): string[] {
  return typeErrorsOfEach([tree], tsConfig).flat();
}

/** Compiles applications with one configuration, that of the first, which is far quicker together. */
export function typeErrorsOfEach(
  trees: readonly Tree[],
  tsConfig = 'tsconfig.app.json',
): string[][] {
  return inFolders(trees, (folders) => {
    const configs = folders.map((folder) => readConfig(join(folder, tsConfig)));
    const program = createProgram(
      configs.flatMap(({ fileNames }) => fileNames),
      configs[0]?.options ?? {},
      dirname(folders[0] ?? ''),
    );
    const diagnostics = ts.getPreEmitDiagnostics(program);
    return folders.map((folder, index) => [
      ...(configs[index]?.errors ?? []).map((error) => describe(folder, error)),
      ...diagnostics
        // What belongs to no file concerns all of them.
        .filter(({ file }) => !file || file.fileName.startsWith(`${folder}/`))
        .map((diagnostic) => describe(folder, diagnostic)),
    ]);
  });
}

function readConfig(path: string): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const parsedConfig = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path), {
    noEmit: true,
    strict: true,
    // The test runner of `ng new` is not installed here; the names of this one are the same.
    types: path.includes('spec') ? ['jasmine'] : [],
  });
  parsedConfig.options.paths = {
    ...parsedConfig.options.paths,
    'ng-session': [PACKAGE],
    'ng-session/*': [`${PACKAGE}/*`],
  };
  return parsedConfig;
}

function createProgram(files: string[], options: ts.CompilerOptions, root: string): ts.Program {
  const host = ts.createCompilerHost(options);
  return ts.createProgram(files, options, {
    ...host,
    getSourceFile: (path, version) => {
      if (path.startsWith(root)) return host.getSourceFile(path, version);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, version));
      return parsed.get(path);
    },
  });
}

function describe(folder: string, { file, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  return file ? `${relative(folder, file.fileName)}: ${message}` : message;
}
