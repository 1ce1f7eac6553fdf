export { describeSessionStore } from './describe-session-store.ts';
