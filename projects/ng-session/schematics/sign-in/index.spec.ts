import { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contentsOf } from '../testing/contents-of';
import { createApp, schematics } from '../testing/schematics';
import { templateErrors } from '../testing/template-errors';
import { unformatted } from '../testing/unformatted';

const FILES = [
  '/src/app/sign-in/sign-in-failure.spec.ts',
  '/src/app/sign-in/sign-in-failure.ts',
  '/src/app/sign-in/sign-in-texts.ts',
  '/src/app/sign-in/sign-in.css',
  '/src/app/sign-in/sign-in.html',
  '/src/app/sign-in/sign-in.spec.ts',
  '/src/app/sign-in/sign-in.ts',
];

function signIn(tree: UnitTestTree, options: object = {}, runner = schematics()) {
  return runner.runSchematic('sign-in', options, tree);
}

/** The files that are new, sorted. */
async function newFiles(tree: UnitTestTree, options: object = {}): Promise<string[]> {
  const before = new Set(tree.files);
  const after = await signIn(tree, options);
  return after.files.filter((path) => !before.has(path)).sort();
}

for (const standalone of [true, false]) {
  const routesFile = standalone ? '/src/app/app.routes.ts' : '/src/app/app-routing-module.ts';

  describe(`sign-in, in ${standalone ? 'a standalone app' : 'an app with NgModules'}`, () => {
    it('writes a page and its route, which compile as they are formatted', async () => {
      const app = await createApp({ standalone });
      const before = new Set(app.files);
      const tree = await signIn(app);

      assert.deepEqual(tree.files.filter((path) => !before.has(path)).sort(), FILES);
      assert.ok(
        tree.readText(routesFile).includes(
          `  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [guestGuard],
    loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn),
  },
];`,
        ),
        tree.readText(routesFile),
      );
      assert.deepEqual(await unformatted(tree, FILES), []);
      assert.equal(templateErrors(tree), '');
    });

    it('changes nothing the second time, and says so', async () => {
      const tree = await signIn(await createApp({ standalone }));
      const before = contentsOf(tree);
      const runner = schematics();
      const messages: string[] = [];
      runner.logger.subscribe(({ message }) => messages.push(message));

      assert.deepEqual(contentsOf(await signIn(tree, {}, runner)), before);
      assert.deepEqual(messages, [
        `${routesFile.slice(1)} has a route "sign-in" already. Nothing was changed.`,
      ]);
    });
  });
}

describe('sign-in', () => {
  it('takes a name with folders and a path, and says where the path belongs', async () => {
    const runner = schematics();
    const messages: string[] = [];
    runner.logger.subscribe(({ message }) => messages.push(message));
    const options = { name: 'auth/logIn', path: '/login' };
    const tree = await signIn(await createApp(), options, runner);

    assert.ok(tree.exists('/src/app/auth/log-in/log-in.ts'));
    const routes = tree.readText('/src/app/app.routes.ts');
    assert.match(routes, /path: 'login',/);
    assert.match(routes, /import\('\.\/auth\/log-in\/log-in'\)\.then\(\(m\) => m\.LogIn\)/);
    assert.deepEqual(messages, [
      "Tell the guards where the page is: provideNgSession({ signInPath: '/login' }).",
    ]);
    assert.equal(templateErrors(tree), '');
  });

  it('says nothing of a path that is configured already', async () => {
    const app = await createApp();
    const config = app.readText('/src/app/app.config.ts');
    app.overwrite(
      '/src/app/app.config.ts',
      `import { provideNgSession } from 'ng-session';\n${config.replace(
        'providers: [',
        "providers: [provideNgSession({ signInPath: '/login' }),",
      )}`,
    );
    for (const [path, said] of [
      ['login', []],
      ['enter', ["Tell the guards where the page is: provideNgSession({ signInPath: '/enter' })."]],
    ] as const) {
      const runner = schematics();
      const messages: string[] = [];
      runner.logger.subscribe(({ message }) => messages.push(message));
      await signIn(new UnitTestTree(app.branch()), { path }, runner);
      assert.deepEqual(messages, said);
    }
  });

  it('does not write over any file of the page', async () => {
    const app = await createApp();
    app.create('/src/app/sign-in/sign-in-texts.ts', '// mine');
    await assert.rejects(
      signIn(app),
      /src\/app\/sign-in\/sign-in-texts\.ts exists already.*--name/,
    );
  });

  it('refuses a name that the page needs for something else', async () => {
    await assert.rejects(
      signIn(await createApp(), { name: 'router' }),
      /declare Router twice.*--name/,
    );
  });

  it('writes beside the app where it is to be flat, without specs where none are wanted', async () => {
    assert.deepEqual(await newFiles(await createApp(), { flat: true, skipTests: true }), [
      '/src/app/sign-in-failure.ts',
      '/src/app/sign-in-texts.ts',
      '/src/app/sign-in.css',
      '/src/app/sign-in.html',
      '/src/app/sign-in.ts',
    ]);
  });

  it('keeps to what the workspace has set for components', async () => {
    const app = await createApp();
    const workspace = app.readJson('/angular.json') as { schematics?: object };
    const settings = { style: 'scss', type: 'component', skipTests: true };
    workspace.schematics = { '@schematics/angular:component': settings };
    app.overwrite('/angular.json', JSON.stringify(workspace));

    assert.deepEqual(await newFiles(app), [
      '/src/app/sign-in/sign-in-failure.ts',
      '/src/app/sign-in/sign-in-texts.ts',
      '/src/app/sign-in/sign-in.component.html',
      '/src/app/sign-in/sign-in.component.scss',
      '/src/app/sign-in/sign-in.component.ts',
    ]);
  });

  it('writes for the project that is named', async () => {
    const workspace = await createApp({ projectRoot: 'projects/one' }, 'one');
    const app = await createApp({ projectRoot: 'projects/two' }, 'two', workspace);
    const before = contentsOf(app);
    const tree = await signIn(app, { project: 'two' });

    const changed = Object.entries(contentsOf(tree)).filter(([path, content]) => {
      return before[path] !== content;
    });
    assert.ok(changed.every(([path]) => path.startsWith('/projects/two/src/app/')));
    assert.match(tree.readText('/projects/two/src/app/app.routes.ts'), /'\.\/sign-in\/sign-in'/);
  });

  it('asks which project, where there are several', async () => {
    const workspace = await createApp({ projectRoot: 'projects/one' }, 'one');
    const app = await createApp({ projectRoot: 'projects/two' }, 'two', workspace);
    await assert.rejects(signIn(app), /--project: one, two/);
  });

  for (const [title, installed, expected] of [
    ['adds it in the version of Angular', {}, '~22.2.0'],
    ['keeps the version that is there', { '@angular/forms': '22.1.0' }, '22.1.0'],
  ] as const) {
    it(`needs @angular/forms, and ${title}`, async () => {
      const app = await createApp();
      const manifest = { dependencies: { '@angular/core': '~22.2.0', ...installed } };
      app.overwrite('/package.json', JSON.stringify(manifest));
      const tree = await signIn(app);
      const { dependencies } = tree.readJson('/package.json') as {
        dependencies: Record<string, string>;
      };
      assert.equal(dependencies['@angular/forms'], expected);
    });
  }

  it('changes nothing without a router, and says what to write; with --skip-route it writes the page', async () => {
    const app = await createApp({ routing: false });
    const before = contentsOf(app);
    await assert.rejects(signIn(app), (error: Error) => {
      assert.match(error.message, /Nothing was changed\..*--skip-route/);
      assert.match(error.message, /import \{ guestGuard \} from 'ng-session';/);
      assert.match(error.message, /path: 'sign-in',/);
      return true;
    });
    assert.deepEqual(contentsOf(app), before);
    assert.deepEqual(await newFiles(app, { skipRoute: true }), FILES);
  });

  it('does not write over a page that is there', async () => {
    const app = await createApp();
    app.create('/src/app/sign-in/sign-in.ts', '// mine');
    await assert.rejects(signIn(app), /src\/app\/sign-in\/sign-in\.ts exists already.*--name/);
  });

  for (const [option, value] of [
    ['name', '1st'],
    ['name', 'auth/1st'],
    ['path', ''],
    ['path', '**'],
    ['path', "it's"],
  ] as const) {
    it(`refuses ${JSON.stringify(value)} as ${option}`, async () => {
      await assert.rejects(signIn(await createApp(), { [option]: value }), /Give one|Begin with/);
    });
  }
});
