import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createApp } from '../testing/schematics';
import { withFiles } from '../testing/with-files';
import { findProject } from '../utility/find-project';
import { addUserType } from './add-user-type';

const FILE = 'src/app/session-user.d.ts';

describe('addUserType', () => {
  let fresh: UnitTestTree;
  before(async () => {
    fresh = await createApp();
  });

  async function run(files: Record<string, string>) {
    const tree = withFiles(fresh, files);
    const said = addUserType(tree, await findProject(tree));
    return { tree, said };
  }

  it('writes as the main file is written', async () => {
    const main = fresh.readText('src/main.ts').replaceAll("'", '"').replaceAll('\n', '\r\n');
    const { tree } = await run({ 'src/main.ts': main });
    assert.match(tree.readText(FILE), /^import "ng-session";\r\n\r\n/);
    assert.doesNotMatch(tree.readText(FILE), /[^\r]\n/);
  });

  it('leaves a type that is there, wherever it is', async () => {
    const path = 'src/types/session.ts';
    const { tree, said } = await run({
      [path]:
        "import 'ng-session';\ndeclare module 'ng-session' { interface SessionUser { id: string } }\n",
    });
    assert.ok(!tree.exists(FILE));
    assert.deepEqual(said, [`${path}: the user has a type already.`]);
  });

  const configs = [
    ['{ "include": ["src/**/*.ts"] }', undefined],
    ['{ "include": ["src/**/*.d.ts"] }', undefined],
    ['{ "include": ["src"] }', undefined],
    ['{}', undefined],
    ['{ "files": ["src/main.ts"], "include": ["src/**/*.d.ts"] }', undefined],
    ['{ "files": ["src/main.ts"] }', ['src/main.ts', FILE]],
    ['{ "include": ["src/main.ts"] }', [FILE]],
    ['{ "include": ["src/*.ts"] }', [FILE]],
    ['{ "include": ["src/**/*.ts"], "exclude": ["src/app/**/*.d.ts"] }', [FILE]],
  ] as const;
  for (const [config, files] of configs) {
    it(`${files ? 'lists the file in' : 'needs nothing in'} ${config}`, async () => {
      const { tree } = await run({ 'tsconfig.app.json': config });
      const after = tree.readJson('tsconfig.app.json') as { files?: string[] };
      const given = JSON.parse(config) as { files?: string[] };
      assert.deepEqual(after.files, files ?? given.files);
    });
  }
});
