import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { BrowserContext, Page } from 'playwright-core';

import { followLink, waitForPage } from './pages/follow-link.ts';
import { signIn } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { useSession } from './pages/use-session.ts';
import { recordSightings } from './support/record-sightings.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

/** What only Ada may see. */
const PRIVATE = '[data-testid="users"], [data-testid="user-menu"], [data-testid="nav-admin"]';

interface Opened {
  readonly browser: BrowserContext;
  readonly page: Page;
  /** Where what is private could be seen. */
  readonly sightings: string[];
}

async function openPrivatePage(use: 'cookie' | 'token'): Promise<Opened> {
  const browser = await app.newBrowser();
  await useSession(browser, use);
  const sightings = await recordSightings(browser, PRIVATE);
  const page = await browser.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'admin');
  await page.getByTestId('users').waitFor();
  return { browser, page, sightings };
}

async function signOutElsewhere(browser: BrowserContext): Promise<void> {
  const other = await browser.newPage();
  await other.goto('/');
  await signOut(other);
}

/** Has the page go through what a browser does with one that it keeps as it is, for Back. */
async function tellPage(page: Page, type: 'pagehide' | 'pageshow'): Promise<void> {
  await page.evaluate((name) => {
    window.dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
  }, type);
}

for (const use of ['cookie', 'token'] as const) {
  test(`${use}: Back after a sign-out shows nothing of the page before it`, async () => {
    const { page, sightings } = await openPrivatePage(use);
    await signOut(page);
    await waitForPage(page, 'home');
    sightings.length = 0;
    await page.goBack();
    await page.getByTestId('sign-in-form').waitFor();
    assert.deepEqual(sightings, []);
  });

  test(`${use}: Back to the app after a sign-out in another tab shows nothing either`, async () => {
    const { browser, page, sightings } = await openPrivatePage(use);
    await page.goto(app.demo.recorder.url);
    await signOutElsewhere(browser);
    sightings.length = 0;
    await page.goBack();
    await page.getByTestId('sign-in-form').waitFor();
    assert.deepEqual(sightings, []);
  });

  test(`${use}: a page that is kept for Back is hidden, and made anew after a sign-out elsewhere`, async () => {
    const { browser, page, sightings } = await openPrivatePage(use);
    await tellPage(page, 'pagehide');
    assert.equal(await page.getByTestId('users').isVisible(), false);
    // A page that is kept hears of nothing.
    await page.route('**/api/**', (route) => route.abort());
    await signOutElsewhere(browser);
    await page.unroute('**/api/**');
    sightings.length = 0;
    await tellPage(page, 'pageshow');
    await page.getByTestId('sign-in-form').waitFor();
    assert.deepEqual(sightings, []);
  });

  test(`${use}: a page that is kept for Back is shown again to the same person`, async () => {
    const { page } = await openPrivatePage(use);
    await page.evaluate(() => (document.title = 'The same page'));
    await tellPage(page, 'pagehide');
    assert.equal(await page.getByTestId('users').isVisible(), false);
    await tellPage(page, 'pageshow');
    await page.getByTestId('users').waitFor();
    assert.equal(await page.title(), 'The same page');
  });

  test(`${use}: a page that is kept for Back stays hidden until it is known who is here`, async () => {
    const { browser, page } = await openPrivatePage(use);
    await tellPage(page, 'pagehide');
    await browser.setOffline(true);
    const failed = page.waitForEvent('requestfailed');
    await tellPage(page, 'pageshow');
    await failed;
    assert.equal(await page.getByTestId('users').isVisible(), false);
    await browser.setOffline(false);
    await page.getByTestId('users').waitFor();
  });
}
