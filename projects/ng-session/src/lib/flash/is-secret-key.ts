/** Secrets wherever they stand in a word: `password`, `userpassword`, `passwordHint`. */
const ANYWHERE = /passwor[dt]|passwd|passphrase|passcode|passkey|csrf|xsrf/;

/** Secrets at the end of a word: `authtoken`, `client_secrets`, but neither `tokenizer` nor `secretary`. */
const AT_THE_END = /(token|secret|ps?wd|jwt)s? /;

/** Secrets as words of their own: `pin`, but not `shipping`. */
const WHOLE =
  / (pass|psw|pw|bearer|authorization|pin(code)?|t?otp|cv[cv](code)?|csc|pan|iban|ssn)s? /;

/** Secrets of several words, which may be written as one. */
const JOINED =
  /(credit|debit) ?card|social ?security| (one ?time|security|verification|recovery|backup|access|m?fa) ?codes? |(api|private|access|secret|signing|encryption|recovery) ?keys? |account ?(number|(num|no|nr)s? )/;

/** The number of a card, with whatever stands between them: `cardNumber`, `cards.0.details.number`. */
const CARD_NUMBER = /( [^ ]*card| cc)s?((?: [^ ]+)* )?(number|(num|no|nr)s? )/;

const SECRETS = [ANYWHERE, AT_THE_END, WHOLE, JOINED, CARD_NUMBER];

/**
 * Whether a field looks like one whose value must not be kept: a password, a token, a secret, the
 * number of a card or of an account, a one-time code. The names of the fields around it, from the
 * outermost, count too: the `number` of a `card`.
 */
export function isSecretKey(...names: readonly string[]): boolean {
  // Letters that only look different, such as those of full width, become the usual ones.
  const text = names.join(' ').normalize('NFKC');
  // Words end at capitals, `newPINCode` is new PIN Code, or else after them: `PINcode` is PIN code.
  // (At the top of the module these would stay in apps without forms: they are built to calls.)
  const words = [/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu, /\p{Lu}{2,}|\p{Lu}?\p{Ll}+/gu];
  return words.some((word) => {
    const spelled = ` ${(text.match(word) ?? []).join(' ')} `.toLowerCase();
    return SECRETS.some((secret) => secret.test(spelled));
  });
}
