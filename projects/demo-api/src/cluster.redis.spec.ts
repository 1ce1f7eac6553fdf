import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { TestBrowser } from 'ng-session-express/testing';

import { RedisServer } from '../../ng-session-express/src/testing/redis-server.ts';
import { demoAccount } from './testing/demo-account.ts';
import { startApiProcess } from './testing/start-api-process.ts';
import { TokenBrowser } from './testing/token-browser.ts';

/** A test that waits for ever says nothing. */
const TIME = { timeout: 120_000 };
/** Milliseconds within which a server says that its store is away. */
const PATIENCE = 2000;
/** Milliseconds within which it is back by itself. */
const RECOVERY = 10_000;

interface Setting {
  readonly redis: RedisServer;
  readonly env: Readonly<Record<string, string>>;
}

/** One Redis and one database, for processes to share. */
async function share(t: TestContext): Promise<Setting> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-cluster-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const redis = await RedisServer.start();
  t.after(() => redis.stop());
  const env = {
    SESSION_DRIVER: 'redis',
    REDIS_URL: redis.url,
    DATABASE_FILE: join(folder, 'demo.sqlite'),
    SIGN_IN_PER_ADDRESS: '1000',
  };
  return { redis, env };
}

const session = async (browser: TestBrowser): Promise<number> =>
  (await browser.send('GET', '/api/session')).status;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + RECOVERY;
  while (!(await isSo().catch(() => false))) {
    assert.ok(Date.now() < end, 'It did not come to be.');
    await setTimeout(50);
  }
}

test('what is done through one process is known to the other', TIME, async (t) => {
  const { env } = await share(t);
  const [one, other] = [
    await startApiProcess(t, 'main.ts', env),
    await startApiProcess(t, 'main.ts', env),
  ];
  const uma = new TestBrowser(one);
  await uma.signIn(demoAccount('uma@example.com'));
  assert.equal(await session(uma.copy(other)), 200);
  await uma.send('PUT', '/api/session/data', { json: { cart: ['Tea'] } });
  assert.deepEqual((await uma.copy(other).send('GET', '/api/session/data')).body, {
    cart: ['Tea'],
  });

  const ada = new TestBrowser(other);
  await ada.signIn(demoAccount('ada@example.com'));
  assert.equal((await uma.send('GET', '/api/articles')).status, 403);
  await ada.send('PUT', '/api/users/3/roles', { json: { roles: ['editor'] } });
  for (const { url } of [one, other]) {
    assert.equal((await uma.copy({ url }).send('GET', '/api/articles')).status, 200);
  }

  const thief = uma.copy(other);
  await uma.signOut();
  assert.equal(await session(thief), 401);
  assert.equal(await session(ada.copy(one)), 200);
});

test('failed sign-ins of all processes are counted together', TIME, async (t) => {
  const { env } = await share(t);
  const limited = { ...env, SIGN_IN_PER_ACCOUNT: '2' };
  const one = await startApiProcess(t, 'main.ts', limited);
  const other = await startApiProcess(t, 'main.ts', limited);
  const browser = new TestBrowser(one);
  assert.equal((await browser.signIn(demoAccount('uma@example.com', 'guess'))).status, 401);
  assert.equal(
    (await browser.copy(other).signIn(demoAccount('uma@example.com', 'guess'))).status,
    401,
  );
  for (const { url } of [one, other]) {
    assert.equal((await browser.copy({ url }).signIn(demoAccount('uma@example.com'))).status, 429);
    const byToken = new TokenBrowser({ url });
    assert.equal((await byToken.signInByToken('uma@example.com')).status, 429, 'by a token too');
  }
});

test('one process is killed under load, and no session is lost or mixed up', TIME, async (t) => {
  const { env } = await share(t);
  const { url } = await startApiProcess(t, 'cluster.ts', env);
  const people = ['ada', 'eli', 'uma'] as const;
  const browsers = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const email = `${people[n % 3]}@example.com`;
      const browser = new TestBrowser({ url });
      assert.equal((await browser.signIn(demoAccount(email))).status, 204);
      await browser.send('PUT', '/api/session/data', { json: { mine: n } });
      return { browser, email, n };
    }),
  );
  const health = async (): Promise<number> => {
    // Each connection may lead to another process.
    const answer = await fetch(`${url}/api/health`, { headers: { connection: 'close' } });
    return ((await answer.json()) as { readonly process: number }).process;
  };
  const before = new Set<number>();
  await until(async () => before.add(await health()).size === 2);

  let isKilled = false;
  const work = browsers.map(async ({ browser, email, n }) => {
    for (let round = 0; round < 60; round++) {
      if (n === 0 && round === 20) {
        process.kill([...before][0] ?? 0, 'SIGKILL');
        isKilled = true;
      }
      // Connections to it break; a browser sends such a request again.
      const answer = await browser.send('GET', '/api/session').catch(() => null);
      if (answer === null) continue;
      assert.deepEqual([answer.status, (answer.body as { email: string }).email], [200, email]);
    }
  });
  await Promise.all(work);
  assert.ok(isKilled);
  for (const { browser, n } of browsers) {
    await until(async () => (await browser.send('GET', '/api/session/data')).status === 200);
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { mine: n });
  }
  const after = new Set<number>();
  await until(async () => after.add(await health()).size === 2);
  assert.equal(after.has([...before][0] ?? 0), false);
});

for (const [fault, break_, mend] of [
  ['killed', (redis: RedisServer) => redis.kill(), (redis: RedisServer) => redis.restart()],
  ['frozen', (redis: RedisServer) => redis.freeze(), (redis: RedisServer) => redis.thaw()],
] as const) {
  test(`Redis is ${fault}: 503 in time, and recovery without a restart`, TIME, async (t) => {
    const { redis, env } = await share(t);
    const { url } = await startApiProcess(t, 'main.ts', env);
    const browser = new TestBrowser({ url });
    await browser.signIn(demoAccount('uma@example.com'));
    await break_(redis);
    for (const [method, path] of [
      ['GET', '/api/session'],
      ['PUT', '/api/session/data'],
      ['GET', '/api/articles'],
    ] as const) {
      const answer = await fetch(url + path, {
        method,
        headers: { cookie: browser.cookieHeader, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(PATIENCE),
      });
      assert.equal(answer.status, 503, `${method} ${path}`);
      assert.deepEqual(Object.keys((await answer.json()) as object), ['error', 'code']);
      assert.deepEqual(answer.headers.getSetCookie(), []);
    }
    assert.equal((await fetch(`${url}/api/health`)).status, 200);
    await mend(redis);
    // One that was killed has forgotten everybody; one that was frozen nobody.
    const known = fault === 'frozen' ? 200 : 401;
    await until(async () => (await session(browser)) === known);
    assert.equal((await browser.signIn(demoAccount('uma@example.com'))).status, 204);
    assert.equal(await session(browser), 200);
  });
}
