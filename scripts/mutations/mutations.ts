import { ACCESS_MUTATIONS } from './list/access.ts';
import { CONFIG_MUTATIONS } from './list/config.ts';
import { DATA_MUTATIONS } from './list/data.ts';
import { EXPRESS_MUTATIONS } from './list/express.ts';
import { FLASH_MUTATIONS } from './list/flash.ts';
import { DEV_WARNINGS_MUTATIONS } from './list/dev-warnings.ts';
import { HTTP_MUTATIONS } from './list/http.ts';
import { KEPT_DATA_MUTATIONS } from './list/kept-data.ts';
import { SERVICE_MUTATIONS } from './list/service.ts';
import { SESSION_MUTATIONS } from './list/session.ts';
import { STATE_MUTATIONS } from './list/state.ts';
import { STORE_MUTATIONS } from './list/stores.ts';
import { TAB_SYNC_MUTATIONS } from './list/tab-sync.ts';
import { TOKEN_SESSION_MUTATIONS } from './list/token-session.ts';
import { TOKEN_MUTATIONS } from './list/tokens.ts';
import type { Mutation } from './mutation.ts';

/** Every protection that the specs claim to hold, taken out. */
export const MUTATIONS: readonly Mutation[] = [
  ...ACCESS_MUTATIONS,
  ...CONFIG_MUTATIONS,
  ...DATA_MUTATIONS,
  ...EXPRESS_MUTATIONS,
  ...FLASH_MUTATIONS,
  ...DEV_WARNINGS_MUTATIONS,
  ...HTTP_MUTATIONS,
  ...KEPT_DATA_MUTATIONS,
  ...SERVICE_MUTATIONS,
  ...SESSION_MUTATIONS,
  ...STATE_MUTATIONS,
  ...STORE_MUTATIONS,
  ...TAB_SYNC_MUTATIONS,
  ...TOKEN_MUTATIONS,
  ...TOKEN_SESSION_MUTATIONS,
];
