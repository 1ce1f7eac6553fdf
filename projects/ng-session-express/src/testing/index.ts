export { describeSessionStore, type SessionStoreSetUp } from './describe-session-store.ts';
export {
  type TestAnswer,
  TestBrowser,
  type TestBrowserOptions,
  type TestRequest,
} from './test-browser.ts';
