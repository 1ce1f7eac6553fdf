import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { smallApp } from '../testing/small-app';
import { findApp } from '../utility/find-app';
import { findHttpClients } from './find-http-clients';

const HTTP = `import {
  HttpClientModule, provideHttpClient, withFetch, withRequestsMadeViaParent
} from '@angular/common/http';
import { importProvidersFrom } from '@angular/core';
import { provideRouter } from '@angular/router';
`;

/** An application with these root providers, and with this file that a route loads. */
async function find(providers: string, lazy = '') {
  const tree = smallApp(`${HTTP}
const routes = [{ path: '', loadChildren: () => import('./lazy') }];
export const appConfig = { providers: [provideRouter(routes), ${providers}] };
`);
  tree.create('src/app/lazy.ts', HTTP + lazy);
  const { calls, hasModule, elsewhere } = findHttpClients(await findApp(tree));
  return {
    calls: calls.map((call) => call.getText()),
    hasModule,
    elsewhere: elsewhere.map((node) => node.getSourceFile().fileName),
  };
}

const LAZY = ['src/app/lazy.ts'];

describe('findHttpClients', () => {
  const table: readonly (readonly [
    providers: string,
    lazy: string,
    found: Awaited<ReturnType<typeof find>>,
  ])[] = [
    ['', '', { calls: [], hasModule: false, elsewhere: [] }],
    [
      'provideHttpClient()',
      '',
      { calls: ['provideHttpClient()'], hasModule: false, elsewhere: [] },
    ],
    [
      'importProvidersFrom(HttpClientModule)',
      'export default [{ providers: [importProvidersFrom(HttpClientModule)] }];',
      { calls: [], hasModule: true, elsewhere: LAZY },
    ],
    [
      'provideHttpClient(withFetch())',
      'export default [{ providers: [provideHttpClient()] }];',
      { calls: ['provideHttpClient(withFetch())'], hasModule: false, elsewhere: LAZY },
    ],
    // One that hands its requests to the parent passes through the interceptors of the root.
    [
      '',
      'export default [{ providers: [provideHttpClient(withRequestsMadeViaParent())] }];',
      { calls: [], hasModule: false, elsewhere: [] },
    ],
    // The providers of a route are no root providers.
    [
      "provideRouter([{ path: 'a', providers: [provideHttpClient()] }])",
      '',
      { calls: [], hasModule: false, elsewhere: ['src/app/app.config.ts'] },
    ],
  ];
  for (const [providers, lazy, found] of table) {
    it(`finds those of [${providers}] and of "${lazy}"`, async () => {
      assert.deepEqual(await find(providers, lazy), found);
    });
  }
});
