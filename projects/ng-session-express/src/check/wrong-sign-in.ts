import type { JsonObject } from '../json.ts';

const PASSWORD = /pass|pwd|secret|pin|code/i;

/** The fields that hold a text, by their keys. */
export function textsOf(signIn: JsonObject): readonly [key: string, text: string][] {
  return Object.entries(signIn).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  );
}

/** The values that prove who somebody is. */
export function passwordsOf(signIn: JsonObject): readonly string[] {
  return textsOf(signIn).flatMap(([key, text]) => (PASSWORD.test(key) ? [text] : []));
}

/** The same account with another password; null where no field looks like one. */
export function wrongSignInOf(signIn: JsonObject): JsonObject | null {
  const passwords = textsOf(signIn).filter(([key]) => PASSWORD.test(key));
  return change(signIn, passwords, (text) => `${text}-wrong`);
}

/** The same password for an account that does not exist; null where no field names the account. */
export function unknownAccountOf(signIn: JsonObject): JsonObject | null {
  const names = textsOf(signIn).filter(([key]) => !PASSWORD.test(key));
  return change(signIn, names, (text) => `nobody-${text}`);
}

/** What asks a database for anybody, where a backend hands on what it was sent. */
export function operatorsOf(signIn: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(signIn).map((key) => [key, { $ne: null }]));
}

function change(
  signIn: JsonObject,
  texts: readonly [key: string, text: string][],
  toOther: (text: string) => string,
): JsonObject | null {
  if (texts.length === 0) return null;
  return { ...signIn, ...Object.fromEntries(texts.map(([key, text]) => [key, toOther(text)])) };
}
