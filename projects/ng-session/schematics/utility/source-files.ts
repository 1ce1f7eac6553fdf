import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';
import ts from 'typescript';

import type { Project } from './find-project';
import { readTsConfig, treeHost } from './read-ts-config';

/** The TypeScript files of the workspace, as they are now: make a new one after an edit. */
export class SourceFiles {
  readonly #tree: Tree;
  readonly #options: ts.CompilerOptions;
  readonly #files = new Map<string, ts.SourceFile | undefined>();

  constructor(tree: Tree, project: Project) {
    this.#tree = tree;
    this.#options = readOptions(tree, project.tsConfigs[0]);
  }

  /** Reads and parses a file, once. */
  read(path: string): ts.SourceFile | undefined {
    if (!this.#files.has(path)) {
      const file = this.#tree.exists(path)
        ? parseSource(path, this.#tree.readText(path))
        : undefined;
      this.#files.set(path, file);
    }
    return this.#files.get(path);
  }

  /** The file of the workspace that an import leads to; none for a package. */
  resolve(specifier: string, from: ts.SourceFile): ts.SourceFile | undefined {
    const { resolvedModule } = ts.resolveModuleName(
      specifier,
      `/${from.fileName}`,
      this.#options,
      treeHost(this.#tree),
    );
    if (!resolvedModule || resolvedModule.isExternalLibraryImport) return undefined;
    const { resolvedFileName, extension } = resolvedModule;
    return extension === '.ts' ? this.read(posix.relative('/', resolvedFileName)) : undefined;
  }
}

/** Parses TypeScript, with the links from a node to its parent. */
export function parseSource(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** What decides where imports lead, such as `paths`. */
function readOptions(tree: Tree, path: string | undefined): ts.CompilerOptions {
  return {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    ...(path !== undefined && readTsConfig(tree, path).options),
  };
}
