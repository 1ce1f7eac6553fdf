import type { Page } from 'playwright-core';

/** The links of the header, each with the heading of its page. */
const HEADINGS = {
  home: 'What the session knows',
  profile: 'Profile',
  editor: 'Articles',
  admin: 'Users and roles',
  cart: 'Cart',
  data: 'Session data',
  token: 'Cookie or token',
  events: 'Events',
} as const;

export type Link = keyof typeof HEADINGS;

/** Follows a link of the header. */
export async function clickLink(page: Page, link: Link): Promise<void> {
  await page.getByTestId(`nav-${link}`).click();
}

/** Follows a link of the header and waits for its page. */
export async function followLink(page: Page, link: Link): Promise<void> {
  await clickLink(page, link);
  await waitForPage(page, link);
}

/** Waits for the page of a link. */
export async function waitForPage(page: Page, link: Link): Promise<void> {
  await page.getByRole('heading', { level: 1, name: HEADINGS[link], exact: true }).waitFor();
}
