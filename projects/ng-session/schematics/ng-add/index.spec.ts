import { NodeWorkflow } from '@angular-devkit/schematics/tools';
import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { format } from 'prettier';
import { lastValueFrom } from 'rxjs';

import { contentsOf } from '../testing/contents-of';
import { inFolders } from '../testing/in-folders';
import { createApp, createWorkspace, PACKAGE, schematics } from '../testing/schematics';
import { typeErrors } from '../testing/type-errors';
import { withFiles } from '../testing/with-files';

/** Runs `ng add` on a copy; returns what became of it, and what it said. */
async function ngAdd(app: UnitTestTree, options: object = {}) {
  const runner = schematics();
  const said: string[] = [];
  runner.logger.subscribe(({ message }) => said.push(message));
  const tree = await runner.runSchematic('ng-add', options, withFiles(app, {}));
  return { tree, said };
}

for (const standalone of [true, false]) {
  describe(`ng add in a fresh ${standalone ? 'standalone application' : 'application with NgModules'}`, () => {
    const config = standalone ? 'src/app/app.config.ts' : 'src/app/app-module.ts';
    let fresh: UnitTestTree;
    before(async () => {
      fresh = await createApp({ standalone });
    });

    it('sets up the session, the interceptors and the type of the user', async () => {
      const { tree, said } = await ngAdd(fresh, { signInPage: false });
      const source = tree.readText(config);
      assert.match(
        source,
        / {4}provideHttpClient\(withInterceptors\(\[credentialsInterceptor, unauthorizedInterceptor\]\)\)/,
      );
      assert.match(
        source,
        standalone ? / {4}provideNgSession\(\)/ : / {4}NgSessionModule\.forRoot\(\)/,
      );
      assert.match(
        tree.readText('src/app/session-user.d.ts'),
        /interface SessionUser {\n {4}id: number;/,
      );
      assert.deepEqual(said, [
        `${config}: added credentialsInterceptor, unauthorizedInterceptor.`,
        `${config}: set up the session.`,
        'src/app/session-user.d.ts: says what a user is. Make it fit what your server answers.',
        'ng serve passes the requests of the API on to nobody yet. Where it runs elsewhere: ' +
          'ng add ng-session --proxy http://localhost:3000',
        'Next: ng generate ng-session:guarded-route adds a page that needs a sign-in.',
      ]);
    });

    it('writes what differs from the defaults, and nothing else', async () => {
      const options = { signInPage: false, baseUrl: 'https://api.example.com', cache: 'true' };
      const { tree } = await ngAdd(fresh, options);
      assert.match(
        tree.readText(config),
        standalone
          ? /provideNgSession\({ baseUrl: 'https:\/\/api\.example\.com', cache: true }\)/
          : /NgSessionModule\.forRoot\({ baseUrl: 'https:\/\/api\.example\.com', cache: true }\)/,
      );
    });

    it('types the user in the application and in its tests', async () => {
      const { tree } = await ngAdd(fresh, { signInPage: false });
      const uses = `import { inject } from '@angular/core';
import { SessionService } from 'ng-session';

export const nameOf = (): string | undefined => inject(SessionService).user()?.name;
`;
      tree.create('src/app/name-of.ts', uses);
      tree.create('src/app/name-of.spec.ts', "import { nameOf } from './name-of';\n\nnameOf();\n");
      assert.deepEqual(typeErrors(tree), []);
      assert.deepEqual(typeErrors(tree, 'tsconfig.spec.json'), []);
    });

    it('adds a sign-in page, once', async () => {
      const { tree } = await ngAdd(fresh);
      const pages = tree.files.filter((path) => path.includes('sign-in'));
      assert.ok(pages.length > 0);
      const again = await ngAdd(tree);
      assert.deepEqual(contentsOf(again.tree), contentsOf(tree));
      assert.ok(again.said.includes('The route "sign-in" is there already.'));
    });

    it('keeps a formatted file formatted', async () => {
      const style = { parser: 'typescript', printWidth: 100, singleQuote: true };
      const formatted = await format(fresh.readText(config), style);
      const { tree } = await ngAdd(withFiles(fresh, { [config]: formatted }), {
        signInPage: false,
      });
      for (const path of [config, 'src/app/session-user.d.ts']) {
        assert.equal(tree.readText(path), await format(tree.readText(path), style));
      }
    });
  });
}

describe('ng add in an application without a router', () => {
  it('sets up the session, and says why there is no sign-in page', async () => {
    const { tree, said } = await ngAdd(await createApp({ routing: false }));
    assert.match(tree.readText('src/app/app.config.ts'), /provideNgSession\(\)/);
    assert.match(
      said.at(-1) ?? '',
      /^No sign-in page was added\. What src\/main\.ts imports calls/,
    );
    assert.deepEqual(typeErrors(tree), []);
  });
});

describe('ng add, where a sign-in page is not to be added as it would be', () => {
  let fresh: UnitTestTree;
  before(async () => {
    fresh = await createApp();
  });

  const ROUTES = 'src/app/app.routes.ts';
  const CONFIG = 'src/app/app.config.ts';

  /** The configuration of an application that is set up already. */
  function configWith(session: string): string {
    return `import { provideHttpClient } from '@angular/common/http';
import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideNgSession } from 'ng-session';
import { routes } from './app.routes';

const path = location.hash;
export const appConfig: ApplicationConfig = {
  providers: [provideRouter(routes), provideHttpClient(), provideNgSession(${session})],
};
`;
  }

  const own: readonly (readonly [name: string, files: Record<string, string>, says: RegExp])[] = [
    [
      'a page of that name that has another route',
      { 'src/app/sign-in/sign-in.ts': 'export class SignIn {}\n' },
      /^No sign-in page was added\. src\/app\/sign-in has files already\. .* the route "sign-in"/,
    ],
    [
      'a file that would be one of the page',
      { 'src/app/sign-in/sign-in-texts.ts': 'export {};\n' },
      /^No sign-in page was added\. src\/app\/sign-in has files already\./,
    ],
    [
      'a signInPath with a route',
      {
        [CONFIG]: configWith("{ signInPath: '/login' }"),
        [ROUTES]: "export const routes = [{ path: 'login', children: [] }];\n",
      },
      /^The route "login" is there already\.$/,
    ],
    [
      'a signInPath that is computed',
      { [CONFIG]: configWith('{ signInPath: path }') },
      /^No sign-in page was added\. What signInPath is set to was not found\.$/,
    ],
    [
      'routes that other applications have too',
      {
        [ROUTES]: "export * from '../../libs/routes';\n",
        'libs/routes.ts': 'export const routes = [];\n',
      },
      /^No sign-in page was added\. The routes are written in libs\/routes\.ts, outside of the app/,
    ],
  ];
  for (const [name, files, says] of own) {
    it(`leaves ${name}, and sets up the rest`, async () => {
      const app = withFiles(fresh, files);
      const { tree, said } = await ngAdd(app);
      assert.match(said.at(-1) ?? '', says);
      assert.match(tree.readText(CONFIG), /unauthorizedInterceptor\]/);
      assert.match(tree.readText(CONFIG), /provideNgSession\(/);
      assert.ok(tree.exists('src/app/session-user.d.ts'));
      assert.equal(tree.readText(ROUTES), app.readText(ROUTES));
      assert.ok(!tree.exists('src/app/sign-in/sign-in.html'));
    });
  }

  it('gives the page the path that signInPath has', async () => {
    const app = withFiles(fresh, { [CONFIG]: configWith("{ signInPath: '/login' }") });
    const { tree, said } = await ngAdd(app);
    assert.match(tree.readText(ROUTES), /path: 'login',/);
    assert.ok(tree.exists('src/app/sign-in/sign-in.html'));
    assert.ok(!said.some((line) => line.includes('signInPath')), said.join());
  });

  it('says nothing to be done, where the page fails', async () => {
    const runner = schematics();
    const said: string[] = [];
    runner.logger.subscribe(({ message }) => said.push(message));
    const app = withFiles(fresh, { 'package.json': 'broken' });
    await assert.rejects(runner.runSchematic('ng-add', {}, app));
    assert.deepEqual(said, []);
  });
});

describe('ng add in a workspace of several projects', () => {
  let workspace: UnitTestTree;
  before(async () => {
    workspace = await createWorkspace();
    workspace = await createApp({ projectRoot: 'projects/shop' }, 'shop', workspace);
    workspace = await createApp({ projectRoot: 'apps/admin' }, 'admin', workspace);
    workspace = await schematics().runExternalSchematic(
      '@schematics/angular',
      'library',
      { name: 'kit', skipInstall: true },
      workspace,
    );
  });

  it('edits the chosen application alone', async () => {
    const { tree } = await ngAdd(workspace, { project: 'admin', proxy: 'http://localhost:3000' });
    const earlier = contentsOf(workspace);
    const changed = Object.entries(contentsOf(tree))
      .filter(([path, content]) => earlier[path] !== content)
      .map(([path]) => path);
    assert.ok(changed.includes('/apps/admin/src/app/app.config.ts'));
    assert.ok(changed.includes('/apps/admin/src/app/session-user.d.ts'));
    assert.ok(changed.includes('/apps/admin/proxy.conf.json'));
    assert.ok(
      changed.every((path) => path.startsWith('/apps/admin/') || path === '/angular.json'),
      changed.join(),
    );
    assert.deepEqual(typeErrors(tree, 'apps/admin/tsconfig.app.json'), []);
  });

  const refused: readonly (readonly [project: string | undefined, says: RegExp])[] = [
    [undefined, /several applications\. Choose an application with --project: shop, admin\.$/],
    ['kit', /^"kit" is a library: .* Choose an application with --project: shop, admin\.$/],
    ['none', /^There is no project "none"\. Choose an application with --project: shop, admin\.$/],
  ];
  for (const [project, says] of refused) {
    it(`asks for an application, given ${project ?? 'none'}`, async () => {
      await assert.rejects(ngAdd(workspace, project === undefined ? {} : { project }), {
        message: says,
      });
    });
  }

  it('needs an application', async () => {
    const message =
      /^This workspace has no application\. Make one first: ng generate application\.$/;
    await assert.rejects(ngAdd(await createWorkspace()), { message });
  });
});

describe('ng add that fails half-way', () => {
  it('leaves every file on the disk as it was', async () => {
    const config = `import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig } from '@angular/core';

const base: ApplicationConfig['providers'] = [provideHttpClient()];
export const appConfig: ApplicationConfig = { providers: base.slice() };
`;
    const app = withFiles(await createApp(), { 'src/app/app.config.ts': config });
    await inFolders([app], async ([folder = '']) => {
      const contents = () =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [path, readFileSync(path, 'utf8')]);
      const earlier = contents();
      const workflow = new NodeWorkflow(folder, { resolvePaths: [folder, PACKAGE] });
      const run = workflow.execute({
        collection: join(PACKAGE, 'schematics/collection.json'),
        schematic: 'ng-add',
        options: { signInPage: false },
      });
      await assert.rejects(lastValueFrom(run), { message: /No source was changed\./ });
      assert.deepEqual(contents(), earlier);
    });
  });
});
