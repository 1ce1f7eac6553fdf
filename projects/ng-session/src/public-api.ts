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
export type { SessionValueAt } from './lib/data/session-value-at';

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

// Friends: for the other entry points of this package, and for nobody else.
export { SessionState as ɵSessionState } from './lib/session/session-state';
export {
  type SessionSnapshot as ɵSessionSnapshot,
  answered as ɵanswered,
  failed as ɵfailed,
} from './lib/session/session-snapshot';
export { toSessionError as ɵtoSessionError } from './lib/session/to-session-error';
