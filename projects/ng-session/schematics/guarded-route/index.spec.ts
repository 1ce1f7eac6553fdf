import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contentsOf } from '../testing/contents-of';
import { createApp, schematics } from '../testing/schematics';
import { templateErrors } from '../testing/template-errors';
import { unformatted } from '../testing/unformatted';

const ROUTES = '/src/app/app.routes.ts';

async function guardedRoute(tree: UnitTestTree, options: object) {
  const runner = schematics();
  const messages: string[] = [];
  runner.logger.subscribe(({ message }) => messages.push(message));
  const before = new Set(tree.files);
  const after = await runner.runSchematic('guarded-route', options, tree);
  return { tree: after, messages, added: after.files.filter((path) => !before.has(path)).sort() };
}

function filesOf(page: string): string[] {
  const name = page.split('/').at(-1) ?? '';
  return ['css', 'html', 'spec.ts', 'ts'].map((type) => `/src/app/${page}/${name}.${type}`);
}

for (const standalone of [true, false]) {
  describe(`guarded-route, in ${standalone ? 'a standalone app' : 'an app with NgModules'}`, () => {
    it('writes pages that compile, for who is signed in and for roles, lazy or not', async () => {
      const app = await createApp({ standalone });
      const account = await guardedRoute(app, { path: 'account' });
      const orders = await guardedRoute(account.tree, { path: 'orders/:id', lazy: false });
      const users = await guardedRoute(orders.tree, {
        path: '/admin/users',
        roles: ['admin', 'editor'],
      });
      const { tree } = await guardedRoute(users.tree, { path: 'admin', roles: ['admin'] });

      assert.deepEqual(account.added, filesOf('account'));
      assert.deepEqual(orders.added, filesOf('orders'));
      assert.deepEqual(
        users.added,
        [
          ...filesOf('admin/users'),
          '/src/app/forbidden/forbidden.css',
          '/src/app/forbidden/forbidden.spec.ts',
          '/src/app/forbidden/forbidden.ts',
        ].sort(),
      );
      const added = [account, orders, users].flatMap((run) => run.added);
      assert.deepEqual(await unformatted(tree, [...added, ...filesOf('admin')]), []);
      assert.equal(templateErrors(tree), '');
    });
  });
}

describe('guarded-route', () => {
  it('writes the routes that it was asked for', async () => {
    const app = await createApp();
    const account = await guardedRoute(app, { path: 'account' });
    const { tree } = await guardedRoute(account.tree, {
      path: 'admin/users',
      roles: ['admin', 'editor'],
      lazy: false,
    });
    assert.equal(
      tree.readText(ROUTES),
      `import { Routes } from '@angular/router';
import { authGuard, roleGuard } from 'ng-session';
import { Users } from './admin/users/users';

export const routes: Routes = [
  {
    path: 'account',
    title: 'Account',
    canActivate: [authGuard],
    loadComponent: () => import('./account/account').then((m) => m.Account),
  },
  {
    path: 'admin/users',
    title: 'Users',
    canActivate: [roleGuard(['admin', 'editor'])],
    component: Users,
  },
  {
    path: 'forbidden',
    title: 'Not allowed',
    loadComponent: () => import('./forbidden/forbidden').then((m) => m.Forbidden),
  },
];
`,
    );
  });

  it('changes nothing the second time, and says so', async () => {
    const options = { path: 'admin', roles: ['admin'] };
    const first = await guardedRoute(await createApp(), options);
    const before = contentsOf(first.tree);
    const second = await guardedRoute(first.tree, options);

    assert.deepEqual(contentsOf(second.tree), before);
    assert.deepEqual(second.messages, [
      'src/app/app.routes.ts has a route "admin" already. Nothing was changed.',
    ]);
  });

  for (const [rest, says] of [
    [', children: []', /already\. Nothing .* add canActivate: \[roleGuard\('admin'\)\]\.$/],
    [', canActivate: [() => true], children: []', /already\. Nothing was changed\.$/],
  ] as const) {
    it(`leaves a route { path: 'admin'${rest} }, and says what it lacks`, async () => {
      const app = await createApp();
      const routes = `export const routes = [{ path: 'admin'${rest} }];\n`;
      app.overwrite(ROUTES, routes);
      const { tree, messages } = await guardedRoute(app, { path: 'admin', roles: ['admin'] });
      assert.equal(tree.readText(ROUTES), routes);
      assert.match(messages.join('\n'), says);
    });
  }

  for (const [rival, says] of [
    ["{ path: 'orders/:orderId', children: [] }", 'the route "orders/:orderId"'],
    ["{ path: '', children: more }", 'the route ""'],
    ["{ path: 'orders', loadChildren: () => more }", 'the route "orders"'],
    ['...more', '...more'],
  ] as const) {
    it(`warns of ${rival}, which the new route may hide`, async () => {
      const app = await createApp();
      app.overwrite(ROUTES, `const more = [];\nexport const routes = [${rival}];\n`);
      const { messages } = await guardedRoute(app, { path: 'orders/:id' });
      assert.deepEqual(messages, [
        `src/app/app.routes.ts: ${says} comes behind the new route "orders/:id", which may take its place. See that it is still reached.`,
      ]);
    });
  }

  it('leads who lacks the role to the page that forbiddenPath names', async () => {
    const app = await createApp();
    const config = app.readText('/src/app/app.config.ts');
    app.overwrite(
      '/src/app/app.config.ts',
      `import { provideNgSession } from 'ng-session';\n${config.replace(
        'providers: [',
        "providers: [provideNgSession({ forbiddenPath: '/no-access' }),",
      )}`,
    );
    const first = await guardedRoute(app, { path: 'admin', roles: ['admin'] });
    assert.match(first.tree.readText(ROUTES), /path: 'no-access',/);
    assert.doesNotMatch(first.tree.readText(ROUTES), /path: 'forbidden'/);
    const second = await guardedRoute(first.tree, { path: 'editor', roles: ['editor'] });
    assert.deepEqual(second.messages, []);
    assert.deepEqual(second.added, filesOf('editor'));
  });

  it('does not edit routes that two applications share', async () => {
    const one = await createApp({ projectRoot: 'apps/one' }, 'one');
    const app = await createApp({ projectRoot: 'apps/two' }, 'two', one);
    app.create('/libs/routes.ts', 'export const routes = [];\n');
    for (const name of ['one', 'two']) {
      app.overwrite(
        `/apps/${name}/src/app/app.routes.ts`,
        "export * from '../../../../libs/routes';",
      );
    }
    const before = contentsOf(app);
    await assert.rejects(
      guardedRoute(app, { path: 'account', project: 'one' }),
      /The routes are written in libs\/routes\.ts, outside of the app[^]*--skip-route/,
    );
    assert.deepEqual(contentsOf(app), before);
  });

  it('shows the first of the roles, and tests with it', async () => {
    const { tree } = await guardedRoute(await createApp(), { path: 'news', roles: ['a b, c'] });
    assert.match(tree.readText('/src/app/news/news.html'), /\*hasRole="'a b'"/);
    assert.match(tree.readText('/src/app/news/news.spec.ts'), /roleGuard\(\['a b', 'c'\]\)/);
    assert.match(tree.readText('/src/app/news/news.spec.ts'), /roles: \['a b'\]/);
  });

  it('writes no page for /forbidden without roles, where it is not wanted, or where there is one', async () => {
    const plain = await guardedRoute(await createApp(), { path: 'account' });
    assert.deepEqual(plain.added, filesOf('account'));

    const skipped = await guardedRoute(plain.tree, {
      path: 'admin',
      roles: ['admin'],
      skipForbidden: true,
    });
    assert.deepEqual(skipped.added, filesOf('admin'));

    const routes = skipped.tree.readText(ROUTES);
    const withForbidden = routes.replace(/\];\n$/, `  { path: 'forbidden', children: [] },\n];\n`);
    skipped.tree.overwrite(ROUTES, withForbidden);
    const routed = await guardedRoute(skipped.tree, { path: 'editor', roles: ['editor'] });
    assert.deepEqual(routed.added, filesOf('editor'));
  });

  it('leaves a page for /forbidden alone that has no route, and asks for one', async () => {
    const app = await createApp();
    app.create('/src/app/forbidden/forbidden.ts', '// mine');
    const { tree, messages } = await guardedRoute(app, { path: 'admin', roles: ['admin'] });
    assert.equal(tree.readText('/src/app/forbidden/forbidden.ts'), '// mine');
    assert.doesNotMatch(tree.readText(ROUTES), /forbidden/);
    assert.deepEqual(messages, [
      'Add a route "forbidden" for src/app/forbidden/forbidden.ts: who lacks the role is led to /forbidden.',
    ]);
  });

  it('writes the page alone with --skip-route', async () => {
    const { tree, added } = await guardedRoute(await createApp({ routing: false }), {
      path: 'admin',
      name: 'staff',
      roles: ['admin'],
      skipRoute: true,
      skipTests: true,
    });
    assert.deepEqual(
      added,
      filesOf('staff').filter((path) => !path.includes('.spec.')),
    );
    assert.match(tree.readText('/src/app/staff/staff.ts'), /export class Staff /);
  });

  for (const [options, message] of [
    [{ path: '' }, /Give one such as account/],
    [{ path: '**' }, /Give one such as account/],
    [{ path: "it's" }, /Give one such as account/],
    [{ path: ':id' }, /--name=my-page/],
    [{ path: 'a', roles: ["o'neill"] }, /roleGuard/],
    [{ path: 'a', roles: ['{{ a }}'] }, /roleGuard/],
    [{ path: 'a', roles: ['@if (true)'] }, /roleGuard/],
    [{ path: 'a', roles: [''] }, /--roles=admin,editor/],
    [{ path: 'a', roles: [' , '] }, /--roles=admin,editor/],
    [{ path: 'a', roles: ['admin,'] }, /--roles=admin,editor/],
    [{ path: 'component' }, /declare Component twice\. .*--name/],
    [{ path: 'router' }, /declare Router twice\. .*--name/],
    [{ path: 'promise' }, /declare Promise twice\. .*--name/],
    [{ path: 'a', name: 'test-bed' }, /declare TestBed twice\. .*--name/],
  ] as const) {
    it(`refuses ${JSON.stringify(options)}`, async () => {
      const app = await createApp();
      const before = contentsOf(app);
      await assert.rejects(guardedRoute(app, options), message);
      assert.deepEqual(contentsOf(app), before);
    });
  }
});
