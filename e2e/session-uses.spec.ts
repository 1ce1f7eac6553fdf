import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { Page } from 'playwright-core';

import { ACCOUNTS } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { expectValuesGone } from './pages/expect-values-gone.ts';
import { clickLink, followLink, waitForPage } from './pages/follow-link.ts';
import { openPage, PAGES_OF } from './pages/pages.ts';
import { pathOf } from './pages/path-of.ts';
import { signIn, signInHere, submitSignIn } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { toggleRole } from './pages/toggle-role.ts';
import { useSession } from './pages/use-session.ts';
import { useDemo } from './support/use-demo.ts';

/** What has to be the same, whatever keeps the session. */
const BEHAVIOUR: readonly (readonly [string, (page: Page, other: Page) => Promise<void>])[] = [
  [
    'a guarded page leads to the sign-in, and back after it',
    async (page) => {
      await page.goto('/profile?tab=name#form');
      await page.getByTestId('sign-in-form').waitFor();
      await signInHere(page, 'uma');
      await waitForPage(page, 'profile');
      assert.equal(pathOf(page), '/profile?tab=name#form');
    },
  ],
  [
    'a wrong password signs nobody in',
    async (page) => {
      await page.goto('/sign-in');
      await submitSignIn(page, ACCOUNTS.ada.email, 'not the password');
      await page.getByTestId('sign-in-error').waitFor();
      await page.goto('/');
      await expectStatus(page, 'unauthenticated');
    },
  ],
  [
    'the sign-in page is not for who is signed in',
    async (page) => {
      await signIn(page, 'uma');
      await page.goto('/sign-in');
      await waitForPage(page, 'home');
      await page.goto('/sign-in?returnUrl=%2F%2Fevil.example');
      await waitForPage(page, 'home');
    },
  ],
  [
    'an admin sees every page of admins',
    async (page) => {
      await signIn(page, 'ada');
      for (const one of PAGES_OF.ada) await openPage(page, one);
    },
  ],
  [
    'a user sees none of the pages of others',
    async (page) => {
      await signIn(page, 'uma');
      for (const path of ['/admin', '/editor', '/articles/new']) {
        await page.goto(path);
        await page.getByTestId('forbidden').waitFor();
      }
      assert.equal(await page.getByTestId('nav-admin').count(), 0);
    },
  ],
  [
    'a role that is given or taken elsewhere comes and goes with the next navigation',
    async (page, admin) => {
      await signIn(page, 'uma');
      await signIn(admin, 'ada');
      await followLink(admin, 'admin');
      await toggleRole(admin, 'uma', 'editor');
      await followLink(page, 'home');
      await followLink(page, 'editor');
      await page.getByTestId('article').first().waitFor();
      await toggleRole(admin, 'uma', 'editor');
      await clickLink(page, 'editor');
      await page.getByTestId('forbidden').waitFor();
    },
  ],
  [
    'a new name shows everywhere as soon as it is saved',
    async (page) => {
      await signIn(page, 'eli');
      await followLink(page, 'profile');
      for (const name of ['Eli the Second', ACCOUNTS.eli.name]) {
        await page.getByTestId('profile-name').fill(name);
        await page.getByTestId('profile-save').click();
        await page.getByTestId('user-menu').filter({ hasText: name }).waitFor();
      }
    },
  ],
  [
    'the user is there after a reload, until the sign-out',
    async (page) => {
      await signIn(page, 'ada');
      await page.reload();
      await expectStatus(page, 'authenticated');
      await signOut(page);
      await expectStatus(page, 'unauthenticated');
      await page.reload();
      await expectStatus(page, 'unauthenticated');
      await page.goto('/admin');
      await page.getByTestId('sign-in-form').waitFor();
    },
  ],
  [
    'a sign-out offline takes the user away at once, and for good',
    async (page) => {
      await signIn(page, 'ada');
      await page.context().setOffline(true);
      await signOut(page);
      await page.getByTestId('session-banner').waitFor();
      const answered = page.waitForResponse(
        (response) => response.url().endsWith('/sign-out') && response.status() === 204,
      );
      await page.context().setOffline(false);
      await followLink(page, 'home');
      await answered;
      await expectStatus(page, 'unauthenticated');
      await page.reload();
      await expectStatus(page, 'unauthenticated');
    },
  ],
  ['another person finds none of the values of the one before', expectValuesGone],
];

const USES = [
  ['a cookie', 'cookie', 'memory'],
  ['a token in memory', 'token', 'memory'],
  ['a token in the storage', 'token', 'local'],
] as const;

const app = useDemo();

for (const [kept, use, tokens] of USES) {
  describe(`by ${kept}`, () => {
    for (const [what, run] of BEHAVIOUR) {
      test(what, async () => {
        const [page, other] = [await app.newPage(), await app.newPage()];
        for (const one of [page, other]) await useSession(one, use, tokens);
        await run(page, other);
      });
    }
  });
}
