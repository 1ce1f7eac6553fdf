import type { SessionError } from 'ng-session';

const WORDS: Partial<Record<SessionError['code'], string>> = {
  network: 'The server could not be reached.',
  timeout: 'The server took too long to answer.',
  http: 'The server could not answer.',
  'invalid-response': 'The server gave an answer that makes no sense.',
  store: 'The session data could not be stored. It is kept in this page, and tried again.',
  'invalid-path': 'This path is not safe, or does not fit what is kept; nothing was changed.',
  'invalid-value': 'A session keeps plain values only; nothing was changed.',
};

/** The library's messages are for developers, in development only; these are for users. */
export function sessionErrorWords({ code }: SessionError): string {
  return WORDS[code] ?? 'Something went wrong with the session.';
}
