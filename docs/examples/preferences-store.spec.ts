import { TestBed } from '@angular/core/testing';
import { SessionData } from 'ng-session';
import { describeSessionStore } from 'ng-session/testing';

import { browserPreferences } from './preferences';
import { appConfig } from './preferences.config';
import { preferencesStore } from './preferences-store';

// #region rules
describe('preferencesStore', () => {
  const now = Date.now;
  let passed = 0;
  beforeEach(() => {
    passed = 0;
    Date.now = () => now() + passed;
  });
  afterEach(() => {
    Date.now = now;
  });

  describeSessionStore('preferencesStore()', {
    open: (settings) => preferencesStore(browserPreferences)(settings),
    pass: (milliseconds) => {
      passed += milliseconds;
    },
  });
});
// #endregion rules

describe('an app with preferencesStore', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  const load = (): SessionData => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: appConfig.providers });
    return TestBed.inject(SessionData);
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
  };

  it('finds the data again, although nothing else of the page is left', async () => {
    const before = load();
    before.put('visits', 3);
    await until(() => !before.hasBeenModified());

    localStorage.removeItem('ng-session');
    const after = load();
    await until(() => after.get('visits') === 3);
  });
});
