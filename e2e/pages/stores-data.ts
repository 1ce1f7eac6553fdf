import type { Page } from 'playwright-core';

import { eventually } from '../support/eventually.ts';
import { waitForPage } from './follow-link.ts';
import type { StoreName } from './stores-list.ts';

interface StoreSettings {
  readonly age?: string;
  readonly clearWithBrowser?: boolean;
}

/** Opens the page of the session data, which is kept in this store from then on. */
export async function openData(
  page: Page,
  store: StoreName,
  settings: StoreSettings = {},
  address = '/data',
): Promise<void> {
  await page.goto(withStore(address, store, settings));
  await waitForPage(page, 'data');
}

/** Returns the address of a page that starts the demo with this store. */
export function withStore(
  path: string,
  store: StoreName,
  { age = '2h', clearWithBrowser = false }: StoreSettings = {},
): string {
  const query = new URLSearchParams({ store, age });
  if (clearWithBrowser) query.set('clear-with-browser', '');
  return `${path}?${query}`;
}

/** Loads the page of the session data anew, with the store that it has. */
export async function reloadData(page: Page): Promise<void> {
  await page.reload();
  await waitForPage(page, 'data');
}

/** Puts a value, as a person does. */
export async function put(page: Page, path: string, value: unknown): Promise<void> {
  await page.getByTestId('data-path').fill(path);
  await page.getByTestId('data-value').fill(JSON.stringify(value));
  await page.getByTestId('data-put').click();
}

export async function forget(page: Page, path: string): Promise<void> {
  await page.getByTestId('data-path').fill(path);
  await page.getByTestId('data-forget').click();
}

/** Puts many values in one turn of the page, which no person can. */
export async function putAtOnce(
  page: Page,
  entries: readonly (readonly [path: string, value: unknown])[],
): Promise<void> {
  await page.evaluate(
    (all) => {
      const enter = (id: string, text: string): void => {
        const field = document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`);
        if (field === null) throw new Error(`There is no ${id}.`);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      for (const [path, value] of all) {
        enter('data-path', path);
        enter('data-value', value);
        document.querySelector<HTMLElement>('[data-testid="data-put"]')?.click();
      }
    },
    entries.map(([path, value]) => [path, JSON.stringify(value)] as const),
  );
}

/** Waits until the page, which is open, shows that it keeps this and nothing else. */
export async function expectKept(page: Page, values: object): Promise<void> {
  await eventually(() => readKept(page), values);
}

/** What the page shows as kept; `null` where it is not open. */
async function readKept(page: Page): Promise<object | null> {
  const text = await page.evaluate(() => {
    const find = (id: string) => document.querySelector(`[data-testid="${id}"]`);
    return find('data-empty') ? '{}' : (find('data-all')?.textContent ?? 'null');
  });
  return JSON.parse(text) as object | null;
}
