import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';

import type { SessionStoreFactory } from '../stores/session-store.ts';
import { ADA, rightPassword, startTestServer, UMA, wrongPassword } from './start-test-server.ts';
import type { TestServer, TestServerOptions } from './start-test-server.ts';

/** Runs what the five routes have to do, over real HTTP, with sessions in a kind of store. */
export function describeRoutes(name: string, make: () => SessionStoreFactory): void {
  const start = (t: TestContext, options: TestServerOptions = {}): Promise<TestServer> =>
    startTestServer(t, { store: make(), ...options });

  describe(`the five routes, with sessions in ${name}`, () => {
    it('answer who is signed in, from the sign-in to the sign-out, and are never cached', async (t) => {
      const browser = (await start(t)).browser();
      const expected: [method: string, path: string, json: unknown, status: number][] = [
        ['GET', '/api/session', undefined, 401],
        ['PUT', '/api/session', undefined, 401],
        ['GET', '/api/session/data', undefined, 200],
        ['POST', '/api/users/sign-out', undefined, 204],
        ['POST', '/api/users/sign-in', wrongPassword(ADA), 401],
        ['POST', '/api/users/sign-in', { email: ADA.email }, 422],
        ['POST', '/api/users/sign-in', rightPassword(ADA), 204],
        ['GET', '/api/session', undefined, 200],
        ['PUT', '/api/session', undefined, 204],
        ['PUT', '/api/session/data', { cart: [1] }, 204],
        ['PUT', '/api/session/data', [], 422],
        ['GET', '/api/session/data', undefined, 200],
        ['POST', '/api/users/sign-out', undefined, 204],
        ['POST', '/api/users/sign-out', undefined, 204],
        ['GET', '/api/session', undefined, 401],
        ['GET', '/api/session/data', undefined, 200],
      ];
      for (const [step, [method, path, json, status]] of expected.entries()) {
        const answer = await browser.send(method, path, { json });
        assert.equal(answer.status, status, `${step}: ${method} ${path}`);
        assert.equal(answer.headers.get('cache-control'), 'no-store', `${method} ${path}`);
        assert.equal(answer.text === '', status === 204, `${method} ${path}`);
      }
      assert.deepEqual(browser.cookies, []);
    });

    it('show the user as the database knows them now, and nobody who is gone', async (t) => {
      const server = await start(t);
      const browser = server.browser();
      await browser.signIn(rightPassword(UMA));
      assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
      const uma = { ...UMA, name: 'Uma Renamed' };
      server.users.set(UMA.id, uma);
      assert.deepEqual((await browser.send('GET', '/api/session')).body, uma);
      server.users.delete(UMA.id);
      assert.equal((await browser.send('GET', '/api/session')).status, 401);
      assert.equal((await browser.send('PUT', '/api/session')).status, 401);
    });

    it('keep the data of each browser as it was sent, without a sign-in too', async (t) => {
      const server = await start(t);
      const browser = server.browser();
      const json = {
        cart: { items: [{ id: 1, name: 'Tea ☕' }], none: null },
        '': [],
        theme: 'dark',
      };
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
      await browser.send('PUT', '/api/session/data', { json });
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, json);
      assert.deepEqual((await server.browser().send('GET', '/api/session/data')).body, {});
      await browser.send('PUT', '/api/session/data', { json: {} });
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    });

    it('give no cookie to who keeps nothing', async (t) => {
      const browser = (await start(t)).browser();
      await browser.send('GET', '/api/session');
      await browser.send('GET', '/api/session/data');
      await browser.signIn(wrongPassword(UMA));
      await browser.send('GET', '/nowhere');
      assert.deepEqual(browser.cookies, []);
    });

    it('take what was kept anonymously along to the sign-in', async (t) => {
      const browser = (await start(t)).browser();
      await browser.send('PUT', '/api/session/data', { json: { cart: ['tea'] } });
      await browser.signIn(rightPassword(UMA));
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { cart: ['tea'] });
      await browser.signIn(rightPassword(UMA));
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { cart: ['tea'] });
    });

    it('never show the data of one user to the next', async (t) => {
      const browser = (await start(t)).browser();
      await browser.signIn(rightPassword(UMA));
      await browser.send('PUT', '/api/session/data', { json: { cart: ['hers'] } });
      await browser.signIn(rightPassword(ADA));
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
      await browser.send('PUT', '/api/session/data', { json: { cart: ['the next'] } });
      await browser.signOut();
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    });

    it('leave a session as it was where a sign-in fails', async (t) => {
      const browser = (await start(t)).browser();
      await browser.signIn(rightPassword(UMA));
      assert.equal((await browser.signIn(wrongPassword(ADA))).status, 401);
      assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
    });

    it('give a new id with each sign-in, and the old one is dead', async (t) => {
      const server = await start(t);
      const victim = server.browser();
      await victim.send('PUT', '/api/session/data', { json: { planted: true } });
      const attacker = victim.copy();
      await victim.signIn(rightPassword(UMA));
      assert.notEqual(victim.cookieHeader, attacker.cookieHeader);
      assert.equal((await victim.send('GET', '/api/session')).status, 200);
      assert.equal((await attacker.send('GET', '/api/session')).status, 401);
      assert.deepEqual((await attacker.send('GET', '/api/session/data')).body, {});

      const first = victim.copy();
      await victim.signIn(rightPassword(UMA));
      assert.equal((await first.send('GET', '/api/session')).status, 401);
    });

    it('take over no id that they did not give out, signed by another secret or not at all', async (t) => {
      const server = await start(t);
      const other = await start(t, { secret: 'the-secret-of-somebody-else-altogether' });
      const foreign = other.browser();
      await foreign.signIn(rightPassword(ADA));
      const planted = [
        'sid=chosen; Path=/',
        'sid=s%3Achosen; Path=/',
        'sid=s%3Achosen.signature; Path=/',
        'sid.data=chosen; Path=/',
        ...foreign.cookies.map(({ name, value }) => `${name}=${value}; Path=/`),
      ];
      for (const line of planted) {
        const browser = server.browser();
        browser.setCookie(line);
        assert.equal((await browser.send('GET', '/api/session')).status, 401, line);
        const before = browser.cookieHeader;
        await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
        const [, value = ''] = /=([^;]*)/.exec(line) ?? [];
        if (line.startsWith('sid=')) assert.ok(!browser.cookieHeader.includes(value), line);
        assert.notEqual(browser.cookieHeader, before);
      }
    });

    it('end a session for good, for whoever has its cookie', async (t) => {
      const server = await start(t);
      const browser = server.browser();
      await browser.signIn(rightPassword(UMA));
      const copy = browser.copy();
      assert.equal((await copy.send('GET', '/api/session')).status, 200);
      assert.equal((await browser.signOut()).status, 204);
      assert.equal((await copy.send('GET', '/api/session')).status, 401);
      assert.deepEqual((await copy.send('GET', '/api/session/data')).body, {});
      assert.equal((await copy.signOut()).status, 204);
    });

    it('refuse more guesses than the limit, and the right password with them', async (t) => {
      const server = await start(t, { signInLimits: { perAccount: 2 } });
      const browser = server.browser();
      const statuses = [];
      for (let guess = 0; guess < 3; guess++) {
        statuses.push((await browser.signIn(wrongPassword(UMA))).status);
      }
      assert.deepEqual(statuses, [401, 401, 429]);
      const refused = await browser.signIn(rightPassword(UMA));
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      assert.equal(server.verified.length, 2, 'a refused guess is not verified');
      assert.equal((await browser.signIn(rightPassword(ADA))).status, 204);
    });

    it('log nothing of all this', async (t) => {
      const server = await start(t);
      const browser = server.browser();
      await browser.signIn(wrongPassword(UMA));
      await browser.signIn(rightPassword(UMA));
      await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
      await browser.signOut();
      assert.deepEqual(server.log, []);
    });
  });
}
