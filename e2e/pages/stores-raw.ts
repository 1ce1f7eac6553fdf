import type { Page } from 'playwright-core';

import { eventually } from '../support/eventually.ts';
import type { StoreName } from './stores-list.ts';
import type { Place } from './stores-place.ts';
import { databasePlace } from './stores-raw-database.ts';

export type LastingStore = Exclude<StoreName, 'memory'>;

/** Returns the place of a store; that of `http` is with the API. */
export function placeOf(store: LastingStore, apiUrl: string): Place {
  switch (store) {
    case 'tab':
      return storagePlace('sessionStorage', 'ng-session.tab');
    case 'local':
      return storagePlace('localStorage', 'ng-session.local');
    case 'cookie':
      return cookiePlace('ng-session.cookie');
    case 'indexed-db':
      return databasePlace('ng-session.indexed-db');
    case 'http':
      return serverPlace(`${apiUrl}/api/session/data`);
  }
}

/** Waits until this is kept in the very place of a store; `null` for nothing. */
export async function expectStored(page: Page, place: Place, data: object | null): Promise<void> {
  // What can not be read is not it yet: it may be what a test has spoilt.
  await eventually(() => place.read(page).catch(String), data);
}

function storagePlace(kind: 'localStorage' | 'sessionStorage', name: string): Place {
  return {
    read: async (page) => {
      const text = await page.evaluate(
        ([area, key]) => window[area].getItem(`${key}:${window[area].getItem(key)}`),
        [kind, name] as const,
      );
      return JSON.parse(text ?? 'null') as unknown;
    },
    spoil: (page, text) =>
      page.evaluate(
        ([area, key, value]) => window[area].setItem(`${key}:${window[area].getItem(key)}`, value),
        [kind, name, text] as const,
      ),
  };
}

function cookiePlace(name: string): Place {
  return {
    read: async (page) => {
      const cookies = await page.context().cookies();
      const value = cookies.find((cookie) => cookie.name === name)?.value ?? '::null';
      // What it says is `id:until:JSON`.
      return JSON.parse(decodeURIComponent(value.split(':').slice(2).join(':'))) as unknown;
    },
    spoil: (page, text) =>
      page.evaluate((cookie) => void (document.cookie = cookie), `${name}=${text}; Path=/`),
  };
}

function serverPlace(url: string): Place {
  return {
    read: async (page) => {
      const data: unknown = await (await page.request.get(url)).json();
      return JSON.stringify(data) === '{}' ? null : data;
    },
    spoil: async (page, text) => {
      const { origin } = new URL(page.url());
      const headers = { origin, 'content-type': 'application/json' };
      await page.request.put(url, { data: text, headers });
    },
  };
}
