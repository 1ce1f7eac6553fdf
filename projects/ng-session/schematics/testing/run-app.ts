import type { Tree } from '@angular-devkit/schematics';
import { type ApplicationConfig, importProvidersFrom, type Type } from '@angular/core';
import * as platform from '@angular/platform-browser';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';

import { inFolders } from './in-folders';

/** Packages that an application gets in place of the installed ones. */
export type Packages = Readonly<Record<string, object>>;

/** Runs the main file of an application up to the call that starts it, and returns its root providers. */
export function runApp(tree: Tree, packages: Packages): ApplicationConfig['providers'] {
  let { providers }: ApplicationConfig = { providers: [] };
  const bootstrapApplication = (_component: unknown, config?: ApplicationConfig) => {
    providers = config?.providers ?? [];
    return Promise.resolve();
  };
  const bootstrapModule = (module: Type<unknown>) =>
    bootstrapApplication(undefined, { providers: [importProvidersFrom(module)] });
  const browser = {
    ...platform,
    bootstrapApplication,
    platformBrowser: () => ({ bootstrapModule }),
  };

  inFolders([tree], ([folder = '']) => {
    const all = { '@angular/platform-browser': browser, ...packages };
    tree.getDir('src').visit((path) => {
      if (!/(?<!\.d|\.spec)\.ts$/.test(path)) return;
      const target = join(folder, path.replace(/\.ts$/, '.js'));
      writeFileSync(target, toCommonJs(tree.readText(path)));
    });
    const load = createRequire(join(folder, 'package.json'));
    for (const [name, content] of Object.entries(all)) place(load, folder, name, content);
    load('./src/main.js');
  });
  return providers;
}

function toCommonJs(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      experimentalDecorators: true,
    },
  }).outputText;
}

/** Puts an object where the application looks for a package. */
function place(load: NodeJS.Require, folder: string, name: string, content: object): void {
  const path = join(folder, 'node_modules', name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'index.js'), '');
  load(name);
  const module = load.cache[load.resolve(name)];
  if (module) module.exports = content;
}
