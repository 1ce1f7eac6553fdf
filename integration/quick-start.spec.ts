import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';

import { ACCOUNTS, PASSWORD } from '../e2e/pages/account.ts';
import { filesIn } from '../scripts/files-in.ts';
import { workspacePath } from '../scripts/workspace-path.ts';
import { commandsOf } from './support/commands-of.ts';
import { freePort } from './support/free-port.ts';
import { serveApp } from './support/serve-app.ts';
import type { ServedApp } from './support/serve-app.ts';
import { takePicture } from './support/take-picture.ts';
import { useWorkbench } from './support/use-workbench.ts';
import { signIn, visit } from './support/visitor.ts';

/** Takes what is made for what the guide shows: for when it was meant to change. */
const isUpdate = process.env['UPDATE_QUICK_START'] === '1';

/** What the guide shows of the app that it leads to. */
const SHOWN = workspacePath('integration/quick-start');
const API_OF_THE_GUIDE = 'http://localhost:3000';

const commands = commandsOf('docs/quick-start.md');
const START = 'npm start';

const port = await freePort();
const workbench = useWorkbench([`http://localhost:${port}`]);

describe('the quick start, followed to the letter', { timeout: 600_000 }, () => {
  let app: ServedApp | undefined;
  after(() => app?.stop());

  it('needs three commands before the app is started', async () => {
    const { api, shell } = workbench();
    const before = commands.slice(0, commands.indexOf(START));
    assert.equal(before.filter((line) => !line.startsWith('cd ')).length, 3, before.join('\n'));

    for (const line of before) {
      await shell.run(
        line
          // The API of this test is not where that of a demo may be running already.
          .replace(API_OF_THE_GUIDE, api.url)
          // Nobody is there to press Enter.
          .replace('ng add', 'ng add --skip-confirmation')
          .replace(/^npx /, 'npx --yes '),
      );
    }
  });

  it('shows the files that are made', () => {
    const { api, shell } = workbench();
    for (const shown of filesIn(SHOWN)) {
      const file = relative(SHOWN, shown);
      const text = readFileSync(join(shell.folder, file), 'utf8');
      const made = text.replace(api.url, API_OF_THE_GUIDE);
      if (isUpdate) writeFileSync(shown, made);
      assert.equal(
        made,
        readFileSync(shown, 'utf8'),
        `${file} is another one; meant to? Set UPDATE_QUICK_START=1, then npm run docs:update.`,
      );
    }
  });

  it('leaves no file that Prettier would write otherwise', async () => {
    const { shell } = workbench();
    const changed = await shell.run('git ls-files --modified --others --exclude-standard src');
    await shell.run(`npx prettier --check proxy.conf.json ${changed.trim().split('\n').join(' ')}`);
  });

  it('can be followed twice: nothing is changed by the second time', async () => {
    const { shell } = workbench();
    await shell.run('git add --all');
    await shell.run('npx ng generate ng-session:ng-add --defaults');
    await shell.run('npx ng generate ng-session:guarded-route account');
    assert.equal(await shell.run('git diff'), '');
    assert.equal(await shell.run('git ls-files --others --exclude-standard'), '');
  });

  it('builds for production', async () => {
    const { shell } = workbench();
    assert.doesNotMatch(await shell.run('npx ng build'), /warning/i);
  });

  it('passes the generated specs under Vitest', async () => {
    const { shell } = workbench();
    const report = await shell.run('npx ng test --watch=false');
    assert.match(report, /Test Files +(\d+) passed \(\1\)/);
    for (const spec of ['sign-in/sign-in', 'sign-in/sign-in-failure', 'account/account']) {
      assert.ok(report.includes(`src/app/${spec}.spec.ts`), report);
    }
  });

  it('leads a person from the guarded page to the sign-in, back, and out again', async () => {
    const { browser, shell } = workbench();
    assert.ok(commands.includes(START));
    app = await serveApp(shell, port);
    const { page, faults, leave } = await visit(browser, app.url);

    await page.goto('/account');
    await page.waitForURL('/sign-in?returnUrl=%2Faccount');
    await signIn(page, ACCOUNTS.ada.email, 'wrong');
    await page.getByText('The email address or the password is wrong.').waitFor();
    await takePicture(page, 'quick-start-sign-in');

    await signIn(page, ACCOUNTS.ada.email, PASSWORD);
    await page.waitForURL('/account');
    await page.getByText(ACCOUNTS.ada.name).waitFor();
    await takePicture(page, 'quick-start-account');

    await page.reload();
    await page.getByText(ACCOUNTS.ada.name).waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('/');
    await page.goto('/account');
    await page.waitForURL('/sign-in?returnUrl=%2Faccount');
    assert.deepEqual(faults, []);
    await leave();
  });

  it('tells a developer why nobody is signed in, when the cookie does not come back', async () => {
    const { browser } = workbench();
    const { page, faults, leave } = await visit(browser, app?.url ?? '');

    await page.goto('/sign-in');
    await page.getByLabel('Email').waitFor();
    // A browser that keeps no cookie.
    await page.route('**/api/session', async (route) => {
      await page.context().clearCookies();
      await route.continue();
    });
    await signIn(page, ACCOUNTS.ada.email, PASSWORD);
    await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /^ng-session: cookie-not-kept: /);
    await leave();
  });
});
