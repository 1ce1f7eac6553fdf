import { SchematicTestRunner, type UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { contentsOf } from '../testing/contents-of';
import { createApp, PACKAGE } from '../testing/schematics';

const USER = `declare module 'ng-session' {\n  interface SessionUser {\n    id: number;\n  }\n}\n`;
const BOM = '\uFEFF';

interface Manifest {
  readonly 'ng-update': { readonly migrations: string };
}

interface Migrations {
  readonly schematics: Readonly<Record<string, { readonly version: string }>>;
}

/** The migrations, where `ng update` looks for them. */
const COLLECTION = join(
  PACKAGE,
  (readJson(join(PACKAGE, 'package.json')) as Manifest)['ng-update'].migrations,
);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function migrate(tree: UnitTestTree) {
  const runner = new SchematicTestRunner('ng-session', COLLECTION);
  const messages: string[] = [];
  runner.logger.subscribe(({ message }) => messages.push(message));
  return { tree: await runner.runSchematic('add-augmentation-import', {}, tree), messages };
}

async function twoProjects(): Promise<UnitTestTree> {
  return createApp({ projectRoot: 'projects/two' }, 'two', await createApp());
}

describe('add-augmentation-import', () => {
  it('mends the files of all projects, and no other file', async () => {
    const app = await twoProjects();
    app.create('src/app/session-user.ts', USER);
    app.create('src/types/session.d.ts', BOM + USER.replaceAll('\n', '\r\n'));
    app.create('projects/two/src/session-user.ts', USER);
    app.create('node_modules/some-package/index.d.ts', USER);
    app.create('dist/types.d.ts', USER);
    app.create('.cache/types.ts', USER);
    app.create('src/app/readme.md', USER);
    app.create('src/app/module.ts', `import 'ng-session';\n${USER}`);
    app.create('src/app/latin.ts', Buffer.from(`// caf\xe9\n${USER}`, 'latin1'));
    const before = contentsOf(app);
    const { tree, messages } = await migrate(app);

    const changed = Object.entries(contentsOf(tree)).filter(
      ([path, text]) => before[path] !== text,
    );
    assert.deepEqual(changed.map(([path]) => path).sort(), [
      '/projects/two/src/session-user.ts',
      '/src/app/session-user.ts',
      '/src/types/session.d.ts',
    ]);
    assert.equal(tree.readText('src/app/session-user.ts'), `import 'ng-session';\n\n${USER}`);
    assert.equal(
      tree.read('src/types/session.d.ts')?.toString(),
      `${BOM}import 'ng-session';\r\n\r\n${USER.replaceAll('\n', '\r\n')}`,
    );
    assert.deepEqual(messages, []);
  });

  it('changes nothing the second time', async () => {
    const app = await createApp();
    app.create('src/app/session-user.ts', USER);
    const { tree } = await migrate(app);
    const before = contentsOf(tree);
    assert.deepEqual(contentsOf((await migrate(tree)).tree), before);
  });

  it('changes nothing in a new app', async () => {
    const app = await twoProjects();
    const before = contentsOf(app);
    assert.deepEqual(contentsOf((await migrate(app)).tree), before);
  });

  it('leaves a file that declares other things for everybody, and says what to do', async () => {
    const app = await createApp();
    const text = `declare const VERSION: string;\n${USER}`;
    app.create('src/types.d.ts', text);
    const { tree, messages } = await migrate(app);
    assert.equal(tree.readText('src/types.d.ts'), text);
    assert.match(messages.join('\n'), /^src\/types\.d\.ts .*a file of its own/);
  });

  it('is chosen by its version', () => {
    const { schematics } = readJson(COLLECTION) as Migrations;
    assert.deepEqual(
      Object.entries(schematics).map(([name, { version }]) => `${name} ${version}`),
      ['add-augmentation-import 0.2.0'],
    );
  });
});
