import { join } from 'node:path';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { ACCOUNTS } from '../pages/account.ts';
import { publish } from '../pages/article-form.ts';
import { addToCart, expectCart } from '../pages/cart-contents.ts';
import { expectStatus } from '../pages/expect-state.ts';
import { followLink } from '../pages/follow-link.ts';
import { openPage, PAGES_OF } from '../pages/pages.ts';
import { signIn, submitSignIn } from '../pages/sign-in.ts';
import { chooseStore, putValue } from '../pages/store-switcher-choice.ts';
import type { Demo } from '../support/start-demo.ts';

export interface Screenshots {
  readonly browser: Browser;
  readonly demo: Demo;
  /** The file of the first page as an admin sees it. */
  readonly picture: string;
  /** Where all the others go. */
  readonly folder: string;
}

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** Takes pictures of each page, light and dark, wide and narrow, and of what goes wrong. */
export async function takeScreenshots({
  browser,
  demo,
  picture,
  folder,
}: Screenshots): Promise<void> {
  const inBrowser = async (
    options: BrowserContextOptions,
    action: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const context = await browser.newContext({ baseURL: demo.url, ...options });
    await action(await context.newPage());
    await context.close();
  };
  const take = async (page: Page, name: string): Promise<void> => {
    // At the end of the page, instead of across the middle of its picture.
    await page.locator('demo-requests-panel').evaluate((panel) => {
      panel.style.position = 'static';
    });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };

  await inBrowser({ viewport: DESKTOP, reducedMotion: 'reduce' }, async (page) => {
    // The picture shows the time, and is to change only when the demo does.
    await page.clock.setFixedTime('2026-01-01T09:30:00');
    await signIn(page, 'ada');
    await expectStatus(page, 'authenticated');
    await page.screenshot({ path: picture });
  });

  for (const [size, viewport] of Object.entries({ wide: DESKTOP, narrow: PHONE })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await inBrowser({ viewport, colorScheme, reducedMotion: 'reduce' }, async (page) => {
        const form = `${size}-${colorScheme}`;
        await page.goto('/cart');
        await addToCart(page, 'tea', 'cup', 'tea');
        await expectCart(page, { tea: 2, cup: 1 });
        for (const who of ['nobody', 'ada'] as const) {
          if (who === 'ada') await signIn(page, who);
          for (const one of PAGES_OF[who]) {
            await openPage(page, one);
            const name = one.path.replaceAll('/', '-').replace(/^-/, '') || 'home';
            await take(page, `${form}-${who}-${name}`);
          }
        }
      });
    }
  }

  await inBrowser({ viewport: DESKTOP, reducedMotion: 'reduce' }, async (page) => {
    await page.goto('/sign-in');
    await page.getByTestId('sign-in-submit').click();
    await page.getByTestId('sign-in-email-error').waitFor();
    await take(page, 'sign-in-empty');
    await submitSignIn(page, ACCOUNTS.eli.email, 'not the password');
    await page.getByTestId('sign-in-error').waitFor();
    await take(page, 'sign-in-wrong');

    await signIn(page, 'ada');
    await page.getByTestId('user-menu').click();
    await page.getByTestId('user-menu-content').waitFor();
    await take(page, 'menu');
    await page.keyboard.press('Escape');
    await page.goto('/articles/new');
    await publish(page, { title: 'LOUD', body: 'Short.' });
    await page.getByTestId('article-title-error').waitFor();
    await take(page, 'article-wrong');
    await publish(page, { title: 'Carts survive', body: 'A reload, another tab, and a sign-in.' });
    await page.getByTestId('flash-notification').waitFor();
    await page.getByTestId('articles').waitFor();
    await take(page, 'article-published');
    await followLink(page, 'data');
    for (const store of ['cookie', 'indexed-db', 'http', 'memory', 'local']) {
      await chooseStore(page, store);
      await putValue(page, 'cart', { tea: 2, cup: 1 });
      await page
        .getByTestId('store-raw')
        .getByText(/tea|Nothing/)
        .waitFor();
      await take(page, `store-${store}`);
    }
    await followLink(page, 'events');
    await take(page, 'events');

    await page.getByTestId('requests-toggle').click();
    await followLink(page, 'admin');
    await page.getByTestId('users').waitFor();
    await take(page, 'requests');
    await page.getByTestId('requests-toggle').click();

    await page.route('**/api/session', (route) => route.abort());
    await followLink(page, 'home');
    await page.getByTestId('session-banner').waitFor();
    await take(page, 'out-of-date');
    await page.goto('/admin');
    await page.getByTestId('interrupted').waitFor();
    await take(page, 'not-known');
  });
}
