import { join } from 'node:path';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { ACCOUNTS } from '../pages/account.ts';
import { expectStatus } from '../pages/expect-state.ts';
import { followLink } from '../pages/follow-link.ts';
import { openPage, PAGES_OF } from '../pages/pages.ts';
import { signIn, submitSignIn } from '../pages/sign-in.ts';
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
