const SECRET_NAME = /pass(word|wd|phrase)|^pwd$|^hash(ed)?$|salt$|secret/i;
const SECRET_VALUE =
  /^(\{\w+\})?\$(2[abxy]?|argon2\w*|scrypt|pbkdf2\S*|[156y])\$|^(pbkdf2|argon2|bcrypt|scrypt)\w*\$/;
const DATE = /^\d{4}-\d\d-\d\d/;

/** Names what looks like a password or its hash, at any depth, as paths without their values. */
export function secretPathsOf(
  value: unknown,
  passwords: readonly string[] = [],
  path: readonly string[] = [],
): readonly string[] {
  if (typeof value === 'string') {
    const name = path.at(-1) ?? '';
    const isNamed = SECRET_NAME.test(name) && value !== '' && !DATE.test(value);
    const isSecret = isNamed || SECRET_VALUE.test(value) || passwords.includes(value);
    return isSecret ? [path.join('.')] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    secretPathsOf(child, passwords, [...path, key]),
  );
}
