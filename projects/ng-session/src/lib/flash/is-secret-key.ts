/** Secrets wherever they stand in a word: `password`, `userpassword`, `passwordHint`. */
const ANYWHERE = /passwor[dt]|passwd|passphrase|passcode|csrf|xsrf/;

/** Secrets at the end of a word: `authtoken`, `client_secrets`, but neither `tokenizer` nor `secretary`. */
const AT_THE_END = /(token|secret|pwd)s?$/;

/** Secrets as words of their own: `pin`, but not `shipping`. */
const WHOLE = /^(pass|pin|otp|totp|cvv|cvc|csc|iban|ssn)$/;

/** Secrets of several words, without what is between them. */
const JOINED =
  /((card|cc)(number|num|no|nr)|(credit|debit)card|(security|onetime|verification)code|(api|private|access|secret|signing|encryption)key)$/;

/**
 * Whether a field looks like one whose value must not be kept: a password, a token, a secret, the
 * number of a card or of an account, a one-time code. The names of the fields around it count too:
 * the `number` of a `card`.
 */
export function isSecretKey(...names: readonly string[]): boolean {
  const words = names.join(' ').match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? [];
  const lower = words.map((word) => word.toLowerCase());
  return (
    lower.some((word) => ANYWHERE.test(word) || AT_THE_END.test(word) || WHOLE.test(word)) ||
    JOINED.test(lower.join(''))
  );
}
