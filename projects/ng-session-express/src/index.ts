export { hasRole } from './access/has-role.ts';
export { requireFresh } from './access/require-fresh.ts';
export { requireRole } from './access/require-role.ts';
export { requireSession } from './access/require-session.ts';
export { CheckError } from './check/check-error.ts';
export type { CheckOptions } from './check/check-options.ts';
export type { CheckReport, Finding, NotChecked, Rule, Severity } from './check/check-report.ts';
export { checkBackend } from './check/run-check.ts';
export type { ActiveSession, SessionCollection } from './collection/session-collection.ts';
export { answerErrors } from './lifecycle/answer-errors.ts';
export { HttpError } from './http/http-error.ts';
export { type FieldErrors, InvalidInput } from './http/invalid-input.ts';
export type { JsonObject, JsonValue } from './json.ts';
export { endSession } from './lifecycle/end-session.ts';
export { regenerateSession } from './lifecycle/regenerate-session.ts';
export type { SessionEventEmitter, SessionEvents } from './lifecycle/session-events.ts';
export type {} from './lifecycle/session-fields.ts';
export { startSession, type StartSessionOptions } from './lifecycle/start-session.ts';
export { type NgSession, ngSession } from './ng-session.ts';
export type {
  Duration,
  EmailAndPassword,
  NgSessionOptions,
  RequestLine,
  SessionCookieOptions,
  SignInLimits,
} from './options/ng-session-options.ts';
export { parseEmailAndPassword } from './options/parse-email-and-password.ts';
export { SessionError, type SessionErrorCode } from './session-error.ts';
export type { SessionUser, UserId } from './session-user.ts';
export type {
  Destroyed,
  ListedSession,
  ReadSession,
  SealedStore,
  SessionStore,
  SessionStoreFactory,
  StoreContext,
  StoredSession,
  WriteOptions,
  WriteResult,
} from './stores/session-store.ts';
export type { RedisClient, RedisCluster } from './stores/redis/redis-client.ts';
export type { RedisOptions, RedisSource } from './stores/redis/redis-options.ts';
export type { SqliteOptions } from './stores/sqlite/sqlite-options.ts';
export { stores } from './stores/stores.ts';
