import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contentsOf } from '../testing/contents-of';
import { createApp, schematics } from '../testing/schematics';
import { typeErrors } from '../testing/type-errors';
import { unformatted } from '../testing/unformatted';
import { withFiles } from '../testing/with-files';

const ROUTES = 'src/app/app.routes.server.ts';

/** What of `@angular/ssr`, which is not installed here, the routes of a server are written with. */
const SSR = {
  'node_modules/@angular/ssr/index.d.ts': `import { EnvironmentProviders } from '@angular/core';
export declare enum RenderMode { Server, Client, Prerender }
export interface ServerRoute { path: string; renderMode: RenderMode }
export declare function withRoutes(routes: ServerRoute[]): object;
export declare function provideServerRendering(...features: object[]): EnvironmentProviders;
`,
};

async function run(name: string, options: object, tree: UnitTestTree) {
  const runner = schematics();
  const said: string[] = [];
  runner.logger.subscribe(({ message }) => said.push(message));
  return { tree: await runner.runSchematic(name, options, withFiles(tree, {})), said };
}

for (const standalone of [true, false]) {
  describe(`An application of ${standalone ? 'ng new' : 'NgModules'} that is prerendered`, () => {
    it('leaves the pages for people who sign in to the browser, once', async () => {
      const app = withFiles(await createApp({ standalone, ssr: true }), {
        ...SSR,
        [ROUTES]: `import { RenderMode, ServerRoute } from '@angular/ssr';

export const serverRoutes: ServerRoute[] = [
  {
    path: '**',
    renderMode: RenderMode.Prerender,
  },
];
`,
      });
      const added = await run('ng-add', {}, app);
      const { tree } = await run(
        'guarded-route',
        { path: 'orders/:id', roles: ['admin'] },
        added.tree,
      );
      assert.equal(
        tree.readText(ROUTES),
        `import { RenderMode, ServerRoute } from '@angular/ssr';

export const serverRoutes: ServerRoute[] = [
  {
    path: 'sign-in',
    renderMode: RenderMode.Client,
  },
  {
    path: 'orders/:id',
    renderMode: RenderMode.Client,
  },
  {
    path: '**',
    renderMode: RenderMode.Prerender,
  },
];
`,
      );
      assert.deepEqual(await unformatted(tree, [ROUTES]), []);
      assert.deepEqual(serverErrors(tree), []);

      const again = await run('guarded-route', { path: 'orders/:id' }, tree);
      assert.deepEqual(contentsOf(again.tree), contentsOf(tree));
    });
  });
}

describe('Routes of a server that can not be edited', () => {
  for (const [name, file, says] of [
    [
      'computed',
      'export const serverRoutes = [].concat();',
      /in src\/app\/app\.config\.server\.ts are/,
    ],
    ['those of a library', "export * from '../../libs/routes';", /in libs\/routes\.ts, outside/],
  ] as const) {
    it(`stay, when they are ${name}, with a word of what to add`, async () => {
      const files = { [ROUTES]: file, 'libs/routes.ts': 'export const serverRoutes = [];' };
      const app = withFiles(await createApp({ ssr: true }), files);
      const { tree, said } = await run('sign-in', {}, app);
      assert.equal(tree.readText(ROUTES), file);
      assert.match(said.join(), says);
      assert.match(
        said.join(),
        / Add \{ path: 'sign-in', renderMode: RenderMode\.Client \} to the/,
      );
    });
  }

  it('are not there, where the server has none', async () => {
    const app = withFiles(await createApp({ ssr: true }), { 'src/main.server.ts': 'export {};' });
    const { said } = await run('sign-in', {}, app);
    assert.match(said.join(), /^What src\/main\.server\.ts imports does not call withRoutes\. Add/);
  });
});

/** Without `server.ts`, whose packages are not installed here. */
function serverErrors(tree: UnitTestTree): string[] {
  return typeErrors(tree).filter((error) => !error.startsWith('src/server.ts:'));
}
