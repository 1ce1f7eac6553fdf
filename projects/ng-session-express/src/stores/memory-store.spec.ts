import { describeSessionStore } from '../testing/describe-session-store.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { stores } from './stores.ts';

describeSessionStore('stores.memory()', { open: () => openTestStore(stores.memory()) });
