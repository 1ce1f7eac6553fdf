import type { NgSessionConfig } from './ng-session-config';

const URL_RULE = 'a path or an http(s) URL without user info';
const PATH_RULE = 'a path within the app that begins with a slash';
const FUNCTION_RULE = 'a function';

/** What each value has to be, for the messages of development mode alone. */
export const RULES_IN_WORDS: Readonly<Record<keyof NgSessionConfig, string>> = {
  baseUrl: 'empty, a path with its slash, or an http(s) URL without user info',
  signInUrl: URL_RULE,
  signOutUrl: URL_RULE,
  updateUrl: URL_RULE,
  cache: "true, false, milliseconds, or a duration such as '30s', '5m' or '1h'",
  apiOrigins: 'a list of a scheme, a host and a port each, such as https://files.example.com',
  signInPath: PATH_RULE,
  forbiddenPath: PATH_RULE,
  timeout: 'a whole number of milliseconds, above 0',
  returnUrlParam: 'the name of a query parameter',
  parseUser: FUNCTION_RULE,
  identity: FUNCTION_RULE,
  roles: FUNCTION_RULE,
};
