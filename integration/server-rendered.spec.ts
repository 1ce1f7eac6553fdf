import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

import { ACCOUNTS, PASSWORD } from '../e2e/pages/account.ts';
import { freePort } from './support/free-port.ts';
import { serveRendered } from './support/serve-app.ts';
import type { ServedApp } from './support/serve-app.ts';
import { useWorkbench } from './support/use-workbench.ts';
import { signIn, visit } from './support/visitor.ts';

const port = await freePort();
const workbench = useWorkbench([`http://localhost:${port}`]);

describe('an app that a server renders, with zone.js and SCSS', { timeout: 600_000 }, () => {
  let app: ServedApp | undefined;
  after(() => app?.stop());

  it('is set up by ng add, with its pages left to the browser', async () => {
    const { api, shell, tarballs } = workbench();
    await shell.run(
      'npx --yes @angular/cli@22.2.0 new board --defaults --ssr --no-zoneless --style=scss --skip-install',
    );
    await shell.run('cd board');
    await shell.run(`npm install ${tarballs.map(({ file }) => file).join(' ')}`);
    await shell.run(`npx ng add ng-session --skip-confirmation --defaults --base-url=${api.url}`);
    await shell.run('npx ng generate ng-session:guarded-route account');
    const routes = await shell.run('git diff --unified=0 src/app/app.routes.server.ts');
    assert.match(routes, /path: 'sign-in',\s+\+?\s*renderMode: RenderMode\.Client/);
    assert.match(routes, /path: 'account',\s+\+?\s*renderMode: RenderMode\.Client/);
  });

  it('passes the generated specs', async () => {
    const { shell } = workbench();
    assert.match(await shell.run('npx ng test --watch=false'), /Test Files +(\d+) passed \(\1\)/);
  });

  it('builds, and renders another page without asking for a session', async () => {
    const { shell } = workbench();
    const file = join(shell.folder, 'src/app/app.routes.ts');
    const routes = readFileSync(file, 'utf8');
    const start = "{ path: '', pathMatch: 'full', children: [] },";
    writeFileSync(file, routes.replace('Routes = [', `Routes = [\n  ${start}`));
    assert.match(await shell.run('npx ng build'), /Prerendered 1 static route/);
  });

  it('leads a person from the guarded page to the sign-in and back', async () => {
    const { browser, shell } = workbench();
    app = await serveRendered(shell, 'board', port);
    const page = await (await fetch(app.url)).text();
    assert.match(page, /<h1[^>]*>Hello, board/);

    const visitor = await visit(browser, app.url);
    await visitor.page.goto('/account');
    await visitor.page.waitForURL('/sign-in?returnUrl=%2Faccount');
    await signIn(visitor.page, ACCOUNTS.ada.email, PASSWORD);
    await visitor.page.waitForURL('/account');
    await visitor.page.getByText(ACCOUNTS.ada.name).waitFor();
    assert.deepEqual(visitor.faults, []);
    await visitor.leave();
  });
});
