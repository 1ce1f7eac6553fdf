export { provideNgSessionTesting } from './provide-ng-session-testing';
export type { NgSessionTestingOptions } from './ng-session-testing-options';
export { SessionTestingController } from './session-testing-controller';
export type { SessionTestingRequest, SignInAnswer, SignInHandler } from './testing-backend';
export type { SessionFailure } from './session-failure';
export { type TestRunner, describeSessionStore } from './describe-session-store';
export type { SessionStoreTrial } from './session-store-rules';
