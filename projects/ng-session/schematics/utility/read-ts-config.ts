import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';
import ts from 'typescript';

/** Lists the files that match some patterns, as `ts.ParseConfigHost` has it. */
export type ReadDirectory = ts.ParseConfigHost['readDirectory'];

/** Reads a `tsconfig.json` and all that it extends; without `readDirectory`, only its options count. */
export function readTsConfig(
  tree: Tree,
  path: string,
  readDirectory: ReadDirectory = () => [],
): ts.ParsedCommandLine {
  const host = { ...treeHost(tree), useCaseSensitiveFileNames: true, readDirectory };
  const config: unknown = ts.readConfigFile(`/${path}`, host.readFile).config;
  return ts.parseJsonConfigFileContent(config, host, posix.join('/', posix.dirname(path)));
}

/** Lets TypeScript read a tree, whose root is `/`. */
export function treeHost(tree: Tree) {
  return {
    fileExists: (path: string) => tree.exists(path),
    readFile: (path: string) => (tree.exists(path) ? tree.readText(path) : undefined),
  } satisfies ts.ModuleResolutionHost;
}
