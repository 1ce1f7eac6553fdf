/** Splits a comma list; spaces around an entry and empty entries do not count. */
export function splitList(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
