import type { Tree } from '@angular-devkit/schematics';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { inFolders } from './in-folders';
import { PACKAGE, REPOSITORY } from './schematics';

const NGC = join(REPOSITORY, 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');

/** As strict as an application can be, specs and templates included. */
const CONFIG = {
  extends: './tsconfig.app.json',
  compilerOptions: {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    // The test runner of `ng new` is not installed here; the names of this one are the same.
    types: ['jasmine'],
  },
  angularCompilerOptions: { strictTemplates: true },
  include: ['src'],
  exclude: [],
};

/** Compiles an application with its templates and its specs, and returns what is wrong with it. */
export function templateErrors(tree: Tree): string {
  return inFolders([tree], ([folder = '']) => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(PACKAGE, join(folder, 'node_modules/ng-session'), 'junction');
    const config = join(folder, 'tsconfig.all.json');
    writeFileSync(config, JSON.stringify(CONFIG));
    const { status, stdout, stderr } = spawnSync(process.execPath, [NGC, '-p', config], {
      encoding: 'utf8',
    });
    return status === 0 ? '' : stdout + stderr;
  });
}
