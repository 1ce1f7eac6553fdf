import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import { startApiProcess } from '../testing/start-api-process.ts';
import { TokenBrowser } from '../testing/token-browser.ts';

/** A test that waits for ever says nothing. */
const TIME = { timeout: 60_000 };
const ROUNDS = 10;
const TABS = 6;

/** Two processes of the API over one file, and browsers of either. */
async function startTwo(t: TestContext): Promise<(n: number) => TokenBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-tokens-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const env = { DATABASE_FILE: join(folder, 'demo.sqlite') };
  const one = await startApiProcess(t, 'main.ts', env);
  const urls = [one.url, (await startApiProcess(t, 'main.ts', env)).url];
  return (n) => new TokenBrowser({ url: urls[n % 2] ?? '' });
}

test('two processes rotate one token at once, and give one successor', TIME, async (t) => {
  const browserOf = await startTwo(t);
  const uma = browserOf(0);
  await uma.signInByToken('uma@example.com');
  for (let round = 0; round < ROUNDS; round++) {
    const tabs = Array.from({ length: TABS }, (_, n) => browserOf(n));
    for (const tab of tabs) tab.refreshToken = uma.refreshToken;
    const answers = await Promise.all(tabs.map((tab) => tab.refresh()));
    assert.ok(answers.every(({ status }) => status === 200));
    const successors = new Set(tabs.map(({ refreshToken }) => refreshToken));
    assert.equal(successors.size, 1);
    uma.refreshToken = tabs[0]?.refreshToken ?? '';
  }
});

test('what one process signs and ends, the other knows', TIME, async (t) => {
  const browserOf = await startTwo(t);
  const [uma, other] = [browserOf(0), browserOf(1)];
  await uma.signInByToken('uma@example.com');
  other.token = uma.token;
  other.refreshToken = uma.refreshToken;
  assert.equal((await other.ask('GET', '/api/token/session')).status, 200);
  assert.equal((await other.signOutByToken()).status, 204);
  assert.equal((await uma.refresh()).status, 401);
});
