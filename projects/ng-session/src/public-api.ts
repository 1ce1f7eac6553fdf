export { provideNgSession } from './lib/provide-ng-session';
export { NgSessionModule } from './lib/ng-session-module';
export type { NgSessionConfig } from './lib/config/ng-session-config';
export type { NgSessionFeature } from './lib/features/ng-session-feature';
export { SessionError, type SessionErrorCode } from './lib/config/session-error';
export type { SessionUser, SessionValues } from './lib/config/session-user';

export { SessionService, type SessionResponse } from './lib/session/session-service';
export type { SessionStatus } from './lib/session/session-snapshot';
export type { SessionEvent, SessionEventSource } from './lib/session/session-event';
export type { UserSignal } from './lib/session/user-signal';
export { SessionData } from './lib/data/session-data';
export type { SessionPath } from './lib/data/session-path';
export type { CheckedPath, NumberPath } from './lib/data/checked-path';
export type { SessionDefault, SessionInputAt, SessionValueAt } from './lib/data/session-value-at';

export { authGuard } from './lib/access/auth-guard';
export { guestGuard } from './lib/access/guest-guard';
export { roleGuard, type RoleGuardOptions } from './lib/access/role-guard';
export type { SessionGuard } from './lib/access/session-guard';
export { returnUrl } from './lib/access/return-url';
export { HasRole, type HasRoleContext } from './lib/access/has-role';

export { credentialsInterceptor } from './lib/http/credentials-interceptor';
export { unauthorizedInterceptor } from './lib/http/unauthorized-interceptor';
export { SessionBackend } from './lib/backend/session-backend';
export type { SessionRequestOptions } from './lib/backend/session-request-options';

export { withStore } from './lib/features/with-store';
export { withStores, type StoresOptions } from './lib/features/with-stores';
export type { StoreOptions } from './lib/features/store/store-options';
export type {
  SessionStore,
  SessionStoreFactory,
  SessionStoreSettings,
  StoredData,
} from './lib/stores/session-store';
export { cookieStore, type CookieStoreOptions } from './lib/stores/cookie-store';
export { httpStore, type HttpStoreOptions } from './lib/stores/http-store';
export { indexedDbStore, type IndexedDbStoreOptions } from './lib/stores/indexed-db-store';
export { memoryStore } from './lib/stores/memory-store';
export { webStorage } from './lib/stores/web-storage';

export { type TabSyncOptions, withTabSync } from './lib/features/with-tab-sync';

export { withTokens } from './lib/features/with-tokens';
export type { TokenOptions, TokenStorage } from './lib/features/tokens/token-options';
export { TokenSession } from './lib/features/tokens/token-session';
export { tokenInterceptor } from './lib/features/tokens/token-interceptor';
export { SKIP_TOKEN } from './lib/features/tokens/skip-token';
export { type TokenClaims, decodeToken } from './lib/features/tokens/decode-token';
export { getTokenExpirationDate } from './lib/features/tokens/get-token-expiration-date';
export { isTokenExpired } from './lib/features/tokens/is-token-expired';

export { FlashMessages } from './lib/flash/flash-messages';
export { FlashMessage, type FlashMessageContext } from './lib/flash/flash-message';
export { InputError, type InputErrorContext } from './lib/flash/input-error';
export type { FlashBag, FlashValueAt, FlashValues } from './lib/flash/flash-values';
export type { ErrorBag } from './lib/flash/error-bag';

// Friends: for the other entry points of this package, and for nobody else.
export { isEqual as ɵisEqual } from './lib/config/is-equal';
export { SessionState as ɵSessionState } from './lib/session/session-state';
export {
  type SessionSnapshot as ɵSessionSnapshot,
  answered as ɵanswered,
  failed as ɵfailed,
} from './lib/session/session-snapshot';
export { toSessionError as ɵtoSessionError } from './lib/session/to-session-error';
