export { describeSessionStore, type SessionStoreSetUp } from './describe-session-store.ts';
