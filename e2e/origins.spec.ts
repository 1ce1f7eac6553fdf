import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page, Request } from 'playwright-core';

import { followLink } from './pages/follow-link.ts';
import { sessionCookie } from './pages/session-cookie.ts';
import { signIn } from './pages/sign-in.ts';
import { toggleRole } from './pages/toggle-role.ts';
import { useDemo } from './support/use-demo.ts';

const READ_ELSEWHERE = '/api/articles';
const CHANGED_ELSEWHERE = '/api/users/me';

// The demo's own code, with two of its addresses moved to another origin.
const app = useDemo({ atRecorder: [READ_ELSEWHERE, CHANGED_ELSEWHERE] });

interface Sent {
  readonly method: string;
  readonly path: string;
  /** Of the headers that carry credentials, those that are there. */
  readonly credentials: readonly string[];
}

function toSent(method: string, url: string, headers: Readonly<Record<string, unknown>>): Sent {
  const credentials = ['authorization', 'cookie', 'x-xsrf-token'].filter((name) => name in headers);
  return { method, path: new URL(url, app.demo.url).pathname, credentials };
}

/** What came to the third origin, without the preflights. */
function sentElsewhere(): readonly Sent[] {
  return app.demo.recorder.requests
    .filter(({ method }) => method !== 'OPTIONS')
    .map(({ method, path, headers }) => toSent(method, path, headers));
}

/** What went to the API while something was done, as the network saw it. */
async function sentToApi(page: Page, action: () => Promise<unknown>): Promise<readonly Sent[]> {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin === app.demo.api.url) requests.push(request);
  });
  await action();
  return Promise.all(
    requests.map(async (request) =>
      toSent(request.method(), request.url(), await request.allHeaders()),
    ),
  );
}

test('a request that reads from another origin carries no credentials', async () => {
  app.demo.recorder.clear();
  const page = await app.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'editor');
  await page.getByText('There are no articles yet.').waitFor();
  assert.deepEqual(sentElsewhere(), [{ method: 'GET', path: READ_ELSEWHERE, credentials: [] }]);
});

test('a request that changes something at another origin carries no credentials', async () => {
  app.demo.recorder.clear();
  const page = await app.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'profile');
  await page.getByTestId('profile-save').click();
  await page.getByText('Saved.').waitFor();
  assert.deepEqual(sentElsewhere(), [
    { method: 'PATCH', path: CHANGED_ELSEWHERE, credentials: [] },
  ]);
});

test('the API gets the cookie, and the XSRF token with what changes something', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  const sent = await sentToApi(page, async () => {
    await followLink(page, 'admin');
    await toggleRole(page, 'uma', 'editor');
    await toggleRole(page, 'uma', 'editor');
  });
  const changes = sent.filter(({ method }) => method === 'PUT');
  const reads = sent.filter(({ method }) => method === 'GET');
  assert.equal(changes.length, 2);
  for (const { credentials } of changes) assert.deepEqual(credentials, ['cookie', 'x-xsrf-token']);
  assert.ok(reads.some(({ path }) => path === '/api/session'));
  assert.ok(reads.some(({ path }) => path === '/api/users'));
  for (const { credentials } of reads) assert.deepEqual(credentials, ['cookie']);
});

test('the cookie is out of reach of scripts, and stays at home when other sites post', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await signIn(page, 'ada');
  const cookie = await sessionCookie(browser);
  assert.equal(cookie?.httpOnly, true);
  assert.equal(cookie.sameSite, 'Lax');
  assert.equal(await page.evaluate(() => document.cookie), '');
});

test('nothing of the session is in the storage or the address of the page', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'admin');
  const { origins } = await browser.storageState();
  const kept = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name)).sort();
  assert.ok(
    kept.every((name) => name.startsWith('demo.')),
    kept.join(', '),
  );
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

test('a page of another origin reads nothing from the API and ends no session', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await signIn(page, 'ada');

  const stranger = await browser.newPage();
  await stranger.goto(app.demo.recorder.url);
  const answers = await stranger.evaluate(async (api) => {
    const ask = (path: string, options: RequestInit): Promise<string> =>
      fetch(api + path, { credentials: 'include', ...options }).then(
        (response) => `${response.type} ${response.status}`,
        () => 'refused',
      );
    return [
      await ask('/api/session', {}),
      await ask('/api/users/sign-out', { method: 'POST' }),
      await ask('/api/users/sign-out', { method: 'POST', mode: 'no-cors' }),
    ];
  }, app.demo.api.url);
  assert.deepEqual(answers, ['refused', 'refused', 'refused']);

  await followLink(page, 'admin');
  await page.getByTestId('users').waitFor();
});
