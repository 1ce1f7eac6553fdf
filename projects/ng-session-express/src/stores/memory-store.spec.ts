import { mock } from 'node:test';

import { describeSessionStore } from '../testing/describe-session-store.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { stores } from './stores.ts';

mock.timers.enable({ apis: ['Date'], now: Date.now() });

describeSessionStore('stores.memory()', {
  open: () => openTestStore(stores.memory()),
  pass: (milliseconds) => mock.timers.tick(milliseconds),
});
