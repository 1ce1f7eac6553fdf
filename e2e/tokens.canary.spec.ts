import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { BrowserContext, Page } from 'playwright-core';

import { followLink, waitForPage } from './pages/follow-link.ts';
import { refreshTokenOf, revokeRefreshToken } from './pages/refresh-cookie.ts';
import { signIn } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { openTokenPage } from './pages/token-panel.ts';
import { useSession } from './pages/use-session.ts';
import { recordMessages } from './support/record-messages.ts';
import { recordTraces } from './support/record-traces.ts';
import { useDemo } from './support/use-demo.ts';

/** Short, so that tokens end within the test. */
const app = useDemo({ apiEnv: { TOKEN_AGE: '4' } });

const SIGNATURE = /\.[\w-]{86}$/;

/** Where a token was found, for a message that does not quote it. */
type Find = string;

/** What a page holds by now, in its document and in its storages. */
async function look(page: Page): Promise<readonly (readonly [place: string, text: string])[]> {
  const stored = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage, index) =>
      Object.entries(storage).map(([key, value]): [string, string] => [
        `${index === 0 ? 'local' : 'session'}Storage ${key}`,
        `${key} ${String(value)}`,
      ]),
    ),
  );
  const cookies = await page.evaluate(() => document.cookie);
  const kept = await page.evaluate(() => JSON.stringify(history.state));
  return [
    ...stored,
    ['document.cookie', cookies],
    ['history', kept],
    ['document', await page.content()],
  ];
}

/** Does all that there is to do with a token, and returns where its parts could be found. */
async function findSecrets(browser: BrowserContext): Promise<ReadonlySet<Find>> {
  const secrets = new Set<string>();
  const seen: (readonly [place: string, text: string])[] = [];
  const messages = await recordMessages(browser);
  const traces = recordTraces(browser);
  browser.on('request', (request) => {
    const bearer = request.headers()['authorization'];
    if (bearer !== undefined) secrets.add(bearer.replace('Bearer ', ''));
  });
  const step = async (...pages: readonly Page[]): Promise<void> => {
    secrets.add(await refreshTokenOf(browser));
    for (const page of pages) seen.push(...(await look(page)));
  };

  const [page, other] = [await browser.newPage(), await browser.newPage()];
  await signIn(page, 'ada');
  await openTokenPage(page);
  await other.goto('/admin');
  await other.getByTestId('users').waitFor();
  await step(page, other);
  await page.getByTestId('token-renew').click();
  await page.getByText('Renewed.').waitFor();
  await step(page, other);
  await followLink(page, 'events');
  await page.getByTestId('requests-toggle').click();
  await page.locator('[data-testid="event"][data-type="tokenRefreshed"]').first().waitFor();
  await step(page, other);
  await page.reload();
  await waitForPage(page, 'events');
  // What is needed offline has to be loaded before.
  await followLink(page, 'home');
  await followLink(page, 'profile');

  await browser.setOffline(true);
  await page.getByTestId('brand').click();
  await page.getByTestId('session-banner').waitFor();
  await step(page, other);
  await browser.setOffline(false);
  await followLink(page, 'profile');
  await step(page, other);
  await signOut(page);
  await other.getByTestId('sign-in-form').waitFor();
  await step(page, other);

  await signIn(page, 'uma');
  await openTokenPage(page);
  await step(page, other);
  await revokeRefreshToken(browser, app.demo.api.url, app.demo.url);
  await page.getByTestId('sign-in-link').waitFor();
  await step(page, other);

  secrets.delete('');
  assert.ok([...secrets].filter((one) => SIGNATURE.test(one)).length >= 3, 'access tokens');
  assert.ok([...secrets].filter((one) => !SIGNATURE.test(one)).length >= 3, 'refresh tokens');
  const parts = [...secrets].map((secret) => secret.split('.').at(-1) ?? secret);
  const texts = [
    ...seen,
    ...traces.map(({ place, text }) => [place, text] as const),
    ...messages.map(({ by, name, data }) => [`${by} ${name}`, data] as const),
    ...app.demo.api.log.map((line) => ['log of the API', line] as const),
  ];
  assert.ok(messages.length > 0 && traces.length > 0);
  const found = texts.filter(([, text]) => parts.some((part) => text.includes(part)));
  return new Set(found.map(([place]) => place));
}

for (const [storage, places] of [
  ['memory', []],
  ['session', ['sessionStorage ng-session.token']],
  ['local', ['localStorage ng-session.token', 'storage ng-session.token']],
] as const) {
  test(`${storage}: after all of it, tokens were nowhere but in: ${places.join(', ') || 'nothing'}`, async () => {
    const browser = await app.newBrowser();
    await useSession(browser, 'token', storage);
    assert.deepEqual([...(await findSecrets(browser))].sort(), [...places].sort());
    const left = await browser
      .pages()[0]
      ?.evaluate(() =>
        [localStorage, sessionStorage].map((one) => one.getItem('ng-session.token')),
      );
    assert.deepEqual(left, [null, null]);
  });
}
