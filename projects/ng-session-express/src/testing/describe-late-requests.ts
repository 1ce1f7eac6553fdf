import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Request } from 'express';
import fc from 'fast-check';

import { endSession } from '../lifecycle/end-session.ts';
import { regenerateSession } from '../lifecycle/regenerate-session.ts';
import type { SessionStoreFactory } from '../stores/session-store.ts';
import { addSlowRoute } from './slow-route.ts';
import type { SlowRequest, SlowRoute, SlowWork } from './slow-route.ts';
import { rightPassword, startTestServer, UMA } from './start-test-server.ts';
import type { TestServer } from './start-test-server.ts';
import type { TestBrowser } from './test-browser.ts';

const LATE_DATA = { late: true };
const RENEWS = 'asks for a new id';
const RENEWS_ITSELF = 'asks express-session for a new id';
const ENDS = 'ends the session too';

const changes = ({ session }: Request): void => void (session.data = LATE_DATA);

/** What a request may do to its session, long after it has read it. */
const WORKS: readonly (readonly [name: string, work: NonNullable<SlowWork['work']>])[] = [
  ['only reads', () => undefined],
  ['changes the session', changes],
  ['saves the session itself', (request) => (changes(request), saved(request))],
  ['touches the session', ({ session }) => void session.touch()],
  ['keeps a message', (request) => request.flash('late', true)],
  [RENEWS, (request) => regenerateSession(request)],
  [RENEWS_ITSELF, (request) => regenerated(request).then(() => changes(request))],
  [ENDS, (request, response) => endSession(request, response)],
];

/** What of it can be done while the answer is under way. */
const STREAMED = ['only reads', 'changes the session', 'touches the session', 'keeps a message'];

function saved({ session }: Request): Promise<void> {
  return new Promise((resolve) => session.save(() => resolve()));
}

function regenerated({ session }: Request): Promise<void> {
  return new Promise((resolve) => session.regenerate(() => resolve()));
}

/**
 * Proves that a request which ends after its session has ended does not write it back, and that its answer
 * brings no cookie.
 */
export function describeLateRequests(name: string, make: () => SessionStoreFactory): void {
  const cases = WORKS.flatMap(([what, work]) => [
    { what, work, isStreamed: false },
    ...(STREAMED.includes(what) ? [{ what, work, isStreamed: true }] : []),
  ]);

  describe(`a slow request, with sessions in ${name}`, () => {
    for (const { what, work, isStreamed } of cases) {
      const how = `${what}${isStreamed ? ' and streams its answer' : ''}`;

      it(`that ${how} does not write the session back after a sign-out`, async (t) => {
        const server = await startTestServer(t, { store: make() });
        const slow = addSlowRoute(server.routes, { work, isStreamed });
        const browser = server.browser();
        await browser.signIn(rightPassword(UMA));
        const thief = browser.copy();
        const requests = [await slow.begin(browser), await slow.begin(browser)];
        assert.equal((await browser.signOut()).status, 204);
        for (const request of requests) {
          assert.deepEqual(await setCookies(request), []);
          await assertDead(thief);
        }
      });

      if (what === ENDS) continue;
      it(`that ${how} does not take the cookie of a sign-in`, async (t) => {
        const server = await startTestServer(t, { store: make() });
        const slow = addSlowRoute(server.routes, { work, isStreamed });
        const browser = server.browser();
        await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
        const thief = browser.copy();
        const request = await slow.begin(browser);
        await browser.signIn(rightPassword(UMA));
        assert.deepEqual(await setCookies(request), []);
        await assertDead(thief);
        assert.equal((await browser.send('GET', '/api/session')).status, 200);
        assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { cart: 1 });
      });
    }

    it('that signs out ends what its session has become by a sign-in', async (t) => {
      const server = await startTestServer(t, { store: make() });
      const slow = addSlowRoute(server.routes, { work: endSession });
      const browser = server.browser();
      await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
      const request = await slow.begin(browser);
      await browser.signIn(rightPassword(UMA));
      const thief = browser.copy();
      assert.deepEqual(await setCookies(request), []);
      await assertDead(thief);
    });

    it('of a session that lives on is written, and renews the cookie', async (t) => {
      const server = await startTestServer(t, { store: make() });
      const slow = addSlowRoute(server.routes, { work: changes });
      const browser = server.browser();
      await browser.signIn(rightPassword(UMA));
      const answer = await (await slow.begin(browser)).end();
      const named = answer.headers.getSetCookie().map((line) => line.split('=')[0]);
      assert.ok(named.includes('sid'), named.join());
      for (const line of answer.headers.getSetCookie()) browser.setCookie(line);
      const { body } = await browser.send('GET', '/api/session/data');
      assert.deepEqual(body, LATE_DATA);
    });

    it('never brings a session back, in any order of many requests', async () => {
      const step = fc.oneof(
        fc.record({ do: fc.constant('begin' as const), route: fc.nat(WORKS.length - 1) }),
        fc.record({ do: fc.constant('end' as const), which: fc.nat(5) }),
        fc.record({ do: fc.constantFrom('sign in', 'sign out', 'change') }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
          await withSchedule(make, async (schedule) => {
            for (const one of steps) {
              if ('route' in one) await schedule.begin(one.route);
              else if ('which' in one) await schedule.end(one.which);
              else if (one.do === 'sign in') await schedule.signIn();
              else if (one.do === 'sign out') await schedule.signOut();
              else await schedule.change();
            }
            await schedule.endAll();
          });
        }),
        { numRuns: 40, seed: 31 },
      );
    });
  });
}

/** The cookies of an answer that bring something; one that is taken away brings no session back. */
async function setCookies(request: SlowRequest): Promise<readonly string[]> {
  const { headers } = await request.end();
  return headers.getSetCookie().filter((line) => !/^[^=]+=;/.test(line));
}

async function assertDead(thief: TestBrowser): Promise<void> {
  const late = thief.copy();
  assert.equal((await late.send('GET', '/api/session')).status, 401);
  assert.deepEqual((await late.send('GET', '/api/session/data')).body, {});
}

/** One browser, its slow requests, and a thief with the cookies of each session that has ended. */
class Schedule {
  readonly #browser: TestBrowser;
  readonly #routes: readonly { work: string; slow: SlowRoute }[];
  readonly #under: { request: SlowRequest; work: string; session: TestBrowser }[] = [];
  /** By the session cookie. */
  readonly #dead = new Map<string, TestBrowser>();

  constructor(server: TestServer) {
    this.#browser = server.browser();
    this.#routes = WORKS.map(([name, work], index) => ({
      work: name,
      slow: addSlowRoute(server.routes, { work, path: `/slow-${index}` }),
    }));
  }

  async begin(route: number): Promise<void> {
    const session = this.#browser.copy();
    const { work, slow } = this.#routes[route] ?? assert.fail('There is no such route.');
    this.#under.push({ request: await slow.begin(this.#browser), work, session });
  }

  async end(which: number): Promise<void> {
    const [ended] = this.#under.splice(which % (this.#under.length || 1), 1);
    if (ended === undefined) return;
    const { request, work, session } = ended;
    const isLate = this.#dead.has(idOf(session));
    const cookies = await setCookies(request);
    if (isLate) assert.deepEqual(cookies, [], 'a late answer brings a cookie');
    if ([ENDS, RENEWS, RENEWS_ITSELF].includes(work)) this.#over(session);
    await this.#check();
  }

  async endAll(): Promise<void> {
    while (this.#under.length > 0) await this.end(0);
  }

  async signIn(): Promise<void> {
    this.#over(this.#browser.copy());
    assert.equal((await this.#browser.signIn(rightPassword(UMA))).status, 204);
    await this.#check();
  }

  async signOut(): Promise<void> {
    // Asks for the token of the session that is there.
    await this.#browser.send('GET', '/api/session');
    this.#over(this.#browser.copy());
    assert.equal((await this.#browser.signOut()).status, 204);
    await this.#check();
  }

  async change(): Promise<void> {
    await this.#browser.send('PUT', '/api/session/data', { json: { kept: true } });
  }

  #over(session: TestBrowser): void {
    if (idOf(session) !== '') this.#dead.set(idOf(session), session);
  }

  async #check(): Promise<void> {
    for (const thief of this.#dead.values()) await assertDead(thief);
  }
}

function idOf({ cookies }: TestBrowser): string {
  return cookies.find(({ name }) => name === 'sid')?.value ?? '';
}

async function withSchedule(
  make: () => SessionStoreFactory,
  run: (schedule: Schedule) => Promise<void>,
): Promise<void> {
  const ends: (() => unknown)[] = [];
  const server = await startTestServer(
    { after: (end) => void ends.push(end as () => unknown) },
    { store: make() },
  );
  try {
    await run(new Schedule(server));
  } finally {
    for (const end of ends) await end();
  }
}
