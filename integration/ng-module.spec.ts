import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';

import sirv from 'sirv';

import { ACCOUNTS, PASSWORD } from '../e2e/pages/account.ts';
import { listen } from '../e2e/support/listen.ts';
import { workspacePath } from '../scripts/workspace-path.ts';
import { takePicture } from './support/take-picture.ts';
import { useWorkbench } from './support/use-workbench.ts';
import { signIn, visit } from './support/visitor.ts';

// The API has to know the origin of the app before there is one.
let serve: RequestListener = (_request, response) => response.writeHead(503).end();
const host = await listen((request, response) => serve(request, response));
const workbench = useWorkbench([host.url]);

describe('an app of NgModules, with an API on another origin', { timeout: 600_000 }, () => {
  after(() => host.stop());

  it('is made, and takes the tarball', async () => {
    const { shell, tarballs } = workbench();
    await shell.run(
      'npx --yes @angular/cli@22.2.0 new office --defaults --no-standalone --skip-install',
    );
    await shell.run('cd office');
    await shell.run(`npm install ${tarballs.map(({ file }) => file).join(' ')}`);
  });

  it('is set up by ng add', async () => {
    const { api, shell } = workbench();
    await shell.run(
      `npx ng add ng-session --skip-confirmation --base-url=${api.url} --cache=5m --defaults`,
    );
    const module = readFileSync(join(shell.folder, 'src/app/app-module.ts'), 'utf8');
    assert.ok(
      module.includes(`NgSessionModule.forRoot({ baseUrl: '${api.url}', cache: '5m' })`),
      module,
    );
  });

  it('gets a page for a role', async () => {
    const { shell } = workbench();
    await shell.run('npx ng generate ng-session:guarded-route reports --roles=admin');
  });

  it('leaves the same files when both are run again', async () => {
    const { shell } = workbench();
    await shell.run('git add --all');
    await shell.run('npx ng generate ng-session:ng-add --defaults');
    await shell.run('npx ng generate ng-session:guarded-route reports --roles=admin');
    assert.equal(await shell.run('git diff'), '');
    assert.equal(await shell.run('git ls-files --others --exclude-standard'), '');
  });

  it('is updated by ng update, which finds nothing to change', async () => {
    const { shell } = workbench();
    await shell.run(
      'npx ng update ng-session --migrate-only --from=0.0.0 --to=0.2.0 --allow-dirty',
    );
    assert.equal(await shell.run('git diff'), '');
  });

  it('builds for production', async () => {
    const { shell } = workbench();
    assert.doesNotMatch(await shell.run('npx ng build'), /warning/i);
  });

  it('passes the generated specs, and those of the guides, under Vitest', async () => {
    const { shell } = workbench();
    // What `ng new` 22.2.0 writes for NgModules does not compile: its component knows no router outlet.
    rmSync(join(shell.folder, 'src/app/app.spec.ts'));
    cpSync(workspacePath('docs/examples'), join(shell.folder, 'src/app/examples'), {
      recursive: true,
      // What is of that app as a whole, and what is written for Jasmine alone.
      filter: (file) =>
        !/^(?:express|tsconfig|session-user|graphql|cart|app\.(?:module|config))/.test(
          basename(file),
        ),
    });
    assert.match(await shell.run('npx ng test --watch=false'), /Test Files +(\d+) passed \(\1\)/);
  });

  it('lets an admin in, and nobody else', async () => {
    const { browser, shell } = workbench();
    serve = sirv(join(shell.folder, 'dist/office/browser'), { single: true });
    const { page, faults, leave } = await visit(browser, host.url);

    await page.goto('/reports');
    await page.waitForURL('/sign-in?returnUrl=%2Freports');
    await signIn(page, ACCOUNTS.uma.email, PASSWORD);
    await page.waitForURL('/forbidden');

    await page.context().clearCookies();
    await page.goto('/reports');
    await page.waitForURL('/sign-in?returnUrl=%2Freports');
    await signIn(page, ACCOUNTS.ada.email, PASSWORD);
    await page.waitForURL('/reports');
    await page.getByText(ACCOUNTS.ada.name).waitFor();
    await takePicture(page, 'ng-module-reports');

    assert.deepEqual(faults, []);
    await leave();
  });
});
