// #region spec
import { describeSessionStore } from 'ng-session-express/testing';

import { MapStore } from './own-store.ts';

describeSessionStore('MapStore', { open: () => new MapStore() });
// #endregion spec
