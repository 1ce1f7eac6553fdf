import type { Page } from 'playwright-core';

import type { Account } from './account.ts';

export interface DemoPage {
  readonly path: string;
  readonly heading: string;
}

const OPEN: readonly DemoPage[] = [
  { path: '/', heading: 'What the session knows' },
  { path: '/cart', heading: 'Cart' },
  { path: '/data', heading: 'Session data' },
  { path: '/token', heading: 'Cookie or token' },
  { path: '/events', heading: 'Events' },
  { path: '/no/such/page', heading: 'There is no such page' },
];
const SIGN_IN: DemoPage = { path: '/sign-in', heading: 'Sign in' };
const PROFILE: DemoPage = { path: '/profile', heading: 'Profile' };
const EDITOR: DemoPage = { path: '/editor', heading: 'Articles' };
const NEW_ARTICLE: DemoPage = { path: '/articles/new', heading: 'New article' };
const ADMIN: DemoPage = { path: '/admin', heading: 'Users and roles' };
const FORBIDDEN: DemoPage = { path: '/forbidden', heading: 'This page is not for you' };

/** Every page that somebody, or nobody, can see. */
export const PAGES_OF: Readonly<Record<Account | 'nobody', readonly DemoPage[]>> = {
  nobody: [...OPEN, SIGN_IN, FORBIDDEN],
  uma: [...OPEN, PROFILE, FORBIDDEN],
  eli: [...OPEN, PROFILE, EDITOR, NEW_ARTICLE, FORBIDDEN],
  ada: [...OPEN, PROFILE, EDITOR, NEW_ARTICLE, ADMIN, FORBIDDEN],
};

/** What the page shows when it has all it asked for, where that comes later than its heading. */
const CONTENTS: Readonly<Record<string, string>> = { '/editor': 'articles', '/admin': 'users' };

/** Opens a page and waits for its content. */
export async function openPage(page: Page, { path, heading }: DemoPage): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  const content = CONTENTS[path];
  if (content !== undefined) await page.getByTestId(content).waitFor();
}
