import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

import { TestBrowser } from 'ng-session-express/testing';

import { demoAccount } from './testing/demo-account.ts';
import { TokenBrowser } from './testing/token-browser.ts';

/** A start that should have been refused would run for ever. */
const TIME = { timeout: 20_000 };

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly file: string;
  readonly ended: Promise<number | null>;
  output(): string;
  /** Resolves with the address that the first line names. */
  url(): Promise<string>;
}

function run(t: TestContext, env: Record<string, string>): Run {
  const folder = mkdtempSync(join(tmpdir(), 'demo-api-'));
  const file = join(folder, 'new', 'demo.sqlite');
  const child = spawn(process.execPath, [MAIN], {
    env: { PORT: '0', DATABASE_FILE: file, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    child,
    file,
    ended,
    output: () => output,
    url: async () => {
      while (!output.includes('\n')) await once(child.stdout, 'data');
      return /http:\S+/.exec(output)?.[0] ?? '';
    },
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`the API starts with one line and ends cleanly on ${signal}`, TIME, async (t) => {
    const api = run(t, {});
    const browser = new TestBrowser({ url: await api.url() });
    assert.equal((await browser.signIn(demoAccount('uma@example.com'))).status, 204);
    api.child.kill(signal);
    assert.equal(await api.ended, 0);
    assert.match(api.output(), /^The demo API listens on http:\/\/localhost:\d+\n$/);
  });
}

test('a session survives that the API is killed', TIME, async (t) => {
  const first = run(t, {});
  const browser = new TestBrowser({ url: await first.url() });
  await browser.signIn(demoAccount('uma@example.com'));
  first.child.kill('SIGKILL');
  await first.ended;
  const url = await run(t, { DATABASE_FILE: first.file }).url();
  assert.equal((await browser.copy({ url }).send('GET', '/api/session')).status, 200);
});

test(
  'no secret in the log: not the password, the cookie, the tokens or the key',
  TIME,
  async (t) => {
    const secret = 'canary-of-the-session-secret-0123456789';
    const env = { SESSION_SECRET: secret, SIGN_IN_PER_ACCOUNT: '2', REFRESH_GRACE: '0' };
    const api = run(t, env);
    const url = await api.url();
    const browser = new TestBrowser({ url });
    await browser.signIn(demoAccount('uma@example.com'));
    const secrets = [secret, 'demo-password', 'canary', browser.xsrfToken ?? ''];
    secrets.push(...browser.cookies.map(({ value }) => value));
    secrets.push(...(await useTokens(url)));
    await browser.send('PUT', '/api/session/data', { json: { note: 'canary' } });
    await browser.send('PUT', '/api/session', { headers: { 'x-xsrf-token': 'canary' } });
    for (let guess = 0; guess < 4; guess++)
      await browser.signIn(demoAccount('uma@example.com', 'canary'));
    await browser.send('POST', '/api/users/sign-in', {
      body: '{"password":"canary',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': 'canary' },
    });
    await browser.send('POST', '/api/users/sign-out');
    api.child.kill('SIGTERM');
    await api.ended;
    assert.match(api.output(), /A refresh token of user 2 was used twice/);
    for (const value of secrets) assert.equal(api.output().includes(value), false, value);
  },
);

/** Has tokens succeed, fail and be stolen; returns all that must not be told. */
async function useTokens(url: string): Promise<string[]> {
  const browser = new TokenBrowser({ url });
  await browser.signInByToken('eli@example.com');
  const first = { access: browser.token, refresh: browser.refreshToken };
  await browser.refresh();
  const second = { access: browser.token, refresh: browser.refreshToken };
  await browser.ask('GET', '/api/users');
  await browser.ask('POST', '/api/articles', { body: `{"x": "${second.access}`, json: 0 });
  await browser.ask('GET', '/api/articles', { headers: { authorization: 'Bearer canary' } });
  browser.refreshToken = first.refresh;
  assert.equal((await browser.refresh()).status, 401);
  const refreshes = [first.refresh, second.refresh];
  const parts = [first.access, second.access].flatMap((token) => token.split('.').slice(1));
  const hashes = refreshes.flatMap((token) =>
    (['base64url', 'hex', 'base64'] as const).map((encoding) =>
      createHash('sha256').update(token).digest(encoding),
    ),
  );
  return [...parts, ...refreshes.flatMap((token) => token.split('.')), ...hashes];
}

const NO_SECRET = { NODE_ENV: 'production', ORIGINS: 'https://app.example.com' };
const refusals: [string, Record<string, string>, RegExp][] = [
  ['a default secret in production', NO_SECRET, /secret must be set in production/],
  ['a short secret', { ...NO_SECRET, SESSION_SECRET: 'canary' }, /secret needs 32 characters/],
  ['an origin that is none', { ORIGINS: '*' }, /origins: "\*" is not an origin/],
  ['a store that is not there', { SESSION_DRIVER: 'mongo' }, /sqlite, redis/],
  ['a proxy that is everybody', { TRUST_PROXY: 'true' }, /^TRUST_PROXY must be/],
  ['a host that is elsewhere', { HOST: '192.0.2.1' }, /^HOST is not/],
  ['a database that is none', { DATABASE_FILE: tmpdir() }, /^DATABASE_FILE cannot be opened/],
];
for (const [fault, env, message] of refusals) {
  test(`${fault}: one line, and the API refuses to start`, TIME, async (t) => {
    const api = run(t, env);
    assert.equal(await api.ended, 1);
    assert.match(api.output(), message);
    assert.doesNotMatch(api.output(), /canary/);
    assert.equal(api.output().trim().split('\n').length, 1);
  });
}

/** Makes a database that holds a table of sessions already. */
function databaseWith(t: TestContext, columns: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'demo-api-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'demo.sqlite');
  const database = new DatabaseSync(file);
  database.exec(`CREATE TABLE ng_session_sessions (${columns}) STRICT`);
  database.close();
  return file;
}

test('the API starts with a table of sessions of an earlier version', TIME, async (t) => {
  const columns =
    'id TEXT PRIMARY KEY, session TEXT, user TEXT, version TEXT NOT NULL, expires_at INTEGER NOT NULL';
  const api = run(t, { DATABASE_FILE: databaseWith(t, columns) });
  const browser = new TestBrowser({ url: await api.url() });
  assert.equal((await browser.signIn(demoAccount('uma@example.com'))).status, 204, api.output());
});

test(
  'a table of sessions that is none: one line with the reason, and the API refuses to start',
  TIME,
  async (t) => {
    const api = run(t, { DATABASE_FILE: databaseWith(t, 'id TEXT') });
    assert.equal(await api.ended, 1);
    assert.match(api.output(), /^ng-session-express: .* \(no such column: user\)\n$/);
  },
);

test('a taken port: one line, and the API refuses to start', TIME, async (t) => {
  const first = run(t, {});
  const { port } = new URL(await first.url());
  const second = run(t, { PORT: port });
  assert.equal(await second.ended, 1);
  assert.match(second.output(), /^The port is taken: .*PORT\.\n$/);
});
