import assert from 'node:assert/strict';
import { test } from 'node:test';

import { publish } from './pages/article-form.ts';
import { addToCart, expectCart } from './pages/cart-contents.ts';
import { followLink } from './pages/follow-link.ts';
import { openPage, PAGES_OF } from './pages/pages.ts';
import { signIn, submitSignIn } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { chooseStore, putValue } from './pages/store-switcher-choice.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

/** What a browser writes on its own account for each answer that says that nobody is signed in. */
const NOBODY = 'Failed to load resource: the server responded with a status of 401';

test('a walk through the whole demo leaves no complaint in the console', async () => {
  const page = await app.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !message.text().startsWith(NOBODY)) complaints.push(message.text());
  });
  page.on('response', (response) => {
    const isExpected = response.ok() || response.status() === 401;
    if (!isExpected) complaints.push(`${response.url()}: ${response.status()}`);
  });

  for (const one of PAGES_OF.nobody) await openPage(page, one);
  await page.goto('/sign-in');
  await submitSignIn(page, 'ada@example.com', 'not the password');
  await page.getByTestId('sign-in-error').waitFor();
  await signIn(page, 'uma');
  for (const one of PAGES_OF.uma) await openPage(page, one);
  await signOut(page);
  await signIn(page, 'ada');
  for (const one of PAGES_OF.ada) await openPage(page, one);

  await followLink(page, 'home');
  await page.getByTestId('update').click();
  await page.getByText('update() resolved with 200.').waitFor();
  await page.getByTestId('reload').click();
  await page.getByText('reload() resolved with 200.').waitFor();
  for (let themes = 0; themes < 3; themes++) await page.getByTestId('theme-button').click();

  await followLink(page, 'cart');
  await addToCart(page, 'tea', 'tea', 'cup');
  await page.getByTestId('cart-less').first().click();
  await page.getByTestId('cart-remove').first().click();
  await expectCart(page, { cup: 1 });
  await page.getByTestId('cart-empty').click();

  await followLink(page, 'editor');
  await page.getByTestId('new-article').click();
  await publish(page, { title: 'A walk', body: 'Through the whole of the demo.' });
  await page.getByTestId('flash-notification').waitFor();

  await followLink(page, 'data');
  for (const example of [0, 1, 2, 3]) {
    await page.getByTestId(`data-example-${example}`).click();
    await page.getByTestId('data-put').click();
    await page.getByTestId('data-outcome').getByText(/^Put /).waitFor();
  }
  for (const example of [4, 5]) {
    await page.getByTestId(`data-example-${example}`).click();
    await page.getByTestId('data-put').click();
    await page.getByTestId('data-error-code').getByText('invalid-path').waitFor();
  }
  await page.getByTestId('data-example-0').click();
  await page.getByTestId('data-get').click();
  await page.getByText('At visits is 1.').waitFor();
  await page.getByTestId('data-forget').click();
  await page.getByText('Nothing is at visits any more.').waitFor();

  for (const store of ['memory', 'tab', 'cookie', 'indexed-db', 'http', 'local']) {
    await chooseStore(page, store);
    await putValue(page, 'visits', 1);
  }

  await followLink(page, 'events');
  await page.getByTestId('event').first().waitFor();
  await page.getByTestId('events-clear').click();
  await page.getByText('Nothing has happened yet.').waitFor();
  await page.getByTestId('requests-toggle').click();
  await page.getByTestId('requests-clear').click();
  await signOut(page);
  assert.deepEqual(complaints, []);
});
