/** What only development mode says: codes of warnings, and words of messages. */
export const DEV_WORDS: readonly string[] = [
  'cookie-not-kept',
  'interceptor-missing',
  'page-guarded',
  'page-missing',
  'session-unknown',
  'Most likely',
  'SameSite',
  'a path within the app',
  'nothing was changed',
  'the server was not reached',
];

/** Returns those of the words that the scripts hold. */
export function wordsIn(scripts: readonly Buffer[], words = DEV_WORDS): readonly string[] {
  return words.filter((word) => scripts.some((script) => script.includes(word)));
}
