import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { createApp } from '../testing/schematics';
import { typeErrors } from '../testing/type-errors';
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

  const noTypes = [
    ["declare module 'ng-session' { interface SessionValues { cart: string } }"],
    ["// declare module 'ng-session' { interface SessionUser { id: string } }"],
    [
      "declare module 'other' { interface SessionUser { id: string } }\nexport * from 'ng-session';",
    ],
  ] as const;
  for (const [source] of noTypes) {
    it(`does not take this for the type: ${source}`, async () => {
      const text = `import 'ng-session';\n${source}\n`;
      const { tree, said } = await run({ 'src/types.ts': text });
      assert.ok(tree.exists(FILE), said.join());
      assert.equal(tree.readText('src/types.ts'), text);
    });
  }

  it('takes another name where the app has a file that hides it', async () => {
    const { tree, said } = await run({
      'src/app/session-user.ts': 'export class SessionUser {}\n',
    });
    assert.ok(!tree.exists(FILE));
    assert.match(said.join(), /^src\/app\/session-user-type\.d\.ts: says what a user is\./);
    tree.create(
      'src/app/name-of.ts',
      `import { inject } from '@angular/core';
import { SessionService } from 'ng-session';
import { SessionUser } from './session-user';

export const nameOf = (): string | undefined => inject(SessionService).user()?.name;
export const other = new SessionUser();
`,
    );
    assert.deepEqual(typeErrors(tree), []);
    assert.deepEqual(addUserType(tree, await findProject(tree)), [
      'src/app/session-user-type.d.ts: the user has a type already.',
    ]);
  });

  it('leaves a file of that name without the type, and says what to write', async () => {
    const { tree, said } = await run({ [FILE]: 'export {};\n' });
    assert.equal(tree.readText(FILE), 'export {};\n');
    assert.match(said.join(), /^src\/app\/session-user\.d\.ts stays .*interface SessionUser/s);
  });

  it('keeps the files that a configuration has from another one', async () => {
    const { tree } = await run({
      'config/base.json': '{ "files": ["../src/main.ts"], "include": ["../src/types/*.ts"] }',
      'tsconfig.app.json': '{ "extends": "./config/base.json" }',
    });
    assert.deepEqual(tree.readJson('tsconfig.app.json'), {
      extends: './config/base.json',
      files: ['src/main.ts', FILE],
    });
  });

  it('keeps all files where a configuration lists none', async () => {
    const { tree } = await run({ 'tsconfig.app.json': '{ "exclude": ["src/app/**/*.d.ts"] }' });
    assert.deepEqual(tree.readJson('tsconfig.app.json'), {
      exclude: ['src/app/**/*.d.ts'],
      files: [FILE],
      include: ['**/*'],
    });
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
