import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionData, provideNgSession, webStorage, withStore } from 'ng-session';

import { STORE_EXAMPLES } from './store-examples';

describe('the examples of the stores', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  /** The data of an app that is loaded anew. */
  const load = (providers: EnvironmentProviders[]): SessionData => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), ...providers],
    });
    return TestBed.inject(SessionData);
  };
  const stored = async (data: SessionData): Promise<void> => {
    while (data.hasBeenModified()) await new Promise((resolve) => setTimeout(resolve));
  };

  for (const example of ['memory', 'local', 'tab', 'cookie', 'browser', 'several'] as const) {
    it(`keep what is put: ${example}`, async () => {
      const data = load(STORE_EXAMPLES[example]);
      data.put('visits', 1);
      await stored(data);
      expect(data.get('visits')).toBe(1);
      data.clear();
      await stored(data);
    });
  }

  it('start where a store is out of reach: indexedDb, http', () => {
    for (const example of ['indexedDb', 'http'] as const) {
      const data = load(STORE_EXAMPLES[example]);
      data.put('visits', 1);
      expect(data.get('visits')).toBe(1);
    }
  });

  it('bring on the data of version 1', async () => {
    const before = load([provideNgSession({}, withStore(webStorage('local'), { version: 1 }))]);
    before.put(['draft'] as readonly string[], 'Tea');
    await stored(before);

    const after = load(STORE_EXAMPLES.version);
    expect(after.get('draft')).toEqual({ title: 'Tea', tags: [] });
  });
});
