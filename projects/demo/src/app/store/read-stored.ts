import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { readDatabase } from './read-database';
import type { StoreName } from './store-settings';

/** What is stored, or where to look for it, as text. */
export type ReadStored = () => string | Promise<string>;

/** Looks into a store from outside, as the tools of a browser do; the library has no part in it. */
export function injectReadStored(use: StoreName): ReadStored {
  const document = inject(DOCUMENT);
  const http = inject(HttpClient);
  const name = `ng-session.${use}`;

  const readers: Record<StoreName, ReadStored> = {
    memory: () => 'Nothing is stored: the data is an object in this page.',
    tab: () => entriesOf(sessionStorage, name),
    local: () => entriesOf(localStorage, name),
    cookie: () => document.cookie.split('; ').join('\n'),
    'indexed-db': async () => asText(await readDatabase(name, 'sessions')),
    http: async () =>
      asText(await firstValueFrom(http.get<object>(`${DEMO_API_URL}/api/session/data`))),
  };
  return readers[use];
}

function entriesOf(storage: Storage, name: string): string {
  return Object.keys(storage)
    .filter((key) => key.startsWith(name))
    .sort()
    .map((key) => `${key} = ${storage.getItem(key) ?? ''}`)
    .join('\n');
}

function asText(records: object): string {
  return Object.keys(records).length > 0 ? JSON.stringify(records, null, 2) : '';
}
