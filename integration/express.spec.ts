import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { workspacePath } from '../scripts/workspace-path.ts';
import { commandsOf } from './support/commands-of.ts';
import { freePort } from './support/free-port.ts';
import { openDesk } from './support/open-desk.ts';
import type { Desk } from './support/open-desk.ts';
import { serveScript } from './support/serve-app.ts';
import type { ServedApp } from './support/serve-app.ts';

const PAGE = 'projects/ng-session-express/README.md';
const START = 'node server.ts';
const commands = commandsOf(PAGE);
/** What the page says to save as `server.ts`. */
const [, server = ''] =
  /^```ts file=\S+\n([^]*?)^```$/m.exec(readFileSync(workspacePath(PAGE), 'utf8')) ?? [];

const SIGN_IN = JSON.stringify({ email: 'ada@example.com', password: 'correct horse' });

describe('the page of the companion, followed to the letter', { timeout: 600_000 }, () => {
  let desk: Desk;
  let app: ServedApp | undefined;

  before(async () => {
    desk = await openDesk();
  });
  after(async () => {
    await app?.stop();
    await desk.clear();
  });

  it('installs it from npm, and starts the app', async () => {
    for (const line of commands.slice(0, commands.indexOf(START))) await desk.shell.run(line);
    writeFileSync(join(desk.shell.folder, 'server.ts'), server);
    app = await serveScript(desk.shell, START.replace('node ', ''), await freePort());
  });

  it('signs in over HTTP, and is let in', async () => {
    const url = app?.url ?? '';
    assert.equal((await fetch(`${url}/api/hello`)).status, 401);
    const signedIn = await fetch(`${url}/api/users/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: SIGN_IN,
    });
    assert.equal(signedIn.status, 204);
    const [cookie = ''] = signedIn.headers.getSetCookie();
    const headers = { Cookie: cookie.replace(/;.*/, '') };

    const user = await fetch(`${url}/api/session`, { headers });
    assert.deepEqual(await user.json(), { id: 1, name: 'Ada', roles: ['clerk'] });
    const hello = await fetch(`${url}/api/hello`, { headers });
    assert.deepEqual(await hello.json(), { text: 'Hello Ada' });
    assert.equal((await fetch(`${url}/api/orders`, { headers })).status, 200);
  });

  it('passes the check that the page names', async () => {
    const [check = ''] = commands.filter((line) => line.includes('ng-session-express check'));
    assert.ok(check.includes(`--sign-in '${SIGN_IN}'`), check);
    // The app of this test is not where another may be running already.
    const report = await desk.shell.run(check.replace('http://localhost:3000', app?.url ?? ''));
    assert.match(report, /\b0 faults, 0 warnings\b/);
  });

  it('has types that compile where those of libraries are checked, the user among them', async () => {
    const { shell } = desk;
    await shell.run('npm install --save-dev typescript@6 @types/node@24');
    const tsc = 'npx tsc --noEmit --strict --module nodenext --target es2024 --types node';
    await shell.run(`${tsc} server.ts`);

    writeFileSync(join(shell.folder, 'wrong.ts'), server.replace('user?.name', 'user?.nmae'));
    await assert.rejects(shell.run(`${tsc} wrong.ts`), /Property 'nmae' does not exist/);
  });

  it('brings what tests need: the rules of stores, and a browser', async () => {
    const { shell } = desk;
    const spec = `
      import assert from 'node:assert/strict';
      import { it } from 'node:test';
      import { stores } from 'ng-session-express';
      import { describeSessionStore, TestBrowser } from 'ng-session-express/testing';
      const context = { secrets: ['x'.repeat(32)], cookieName: 'sid' };
      describeSessionStore('memory', { open: () => stores.memory()(context) });
      it('lets a clerk see orders', async () => {
        const browser = new TestBrowser({ url: '${app?.url}' });
        await browser.signIn(${SIGN_IN});
        assert.equal((await browser.send('GET', '/api/orders')).status, 200);
      });
    `;
    writeFileSync(join(shell.folder, 'app.spec.js'), spec);
    assert.match(await shell.run('node --test app.spec.js'), /\bfail 0\b/);
  });
});
