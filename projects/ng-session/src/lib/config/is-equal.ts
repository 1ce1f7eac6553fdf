/**
 * Whether two values say the same: objects of one prototype with equal parts, in any order of their
 * keys; lists, sets and maps with equal items in the same order. What has a `toJSON` is what that
 * says: a date, a URL, a time of `Temporal`.
 */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) {
    return false;
  }
  const parts = partsOf(a);
  const others = partsOf(b);
  const keys = Object.keys(parts);
  return (
    keys.length === Object.keys(others).length &&
    keys.every((key) => Object.hasOwn(others, key) && isEqual(parts[key], others[key]))
  );
}

type Keyed = Readonly<Record<PropertyKey, unknown>>;

function partsOf(value: Keyed): Keyed {
  const { toJSON } = value;
  const items: unknown =
    typeof toJSON === 'function'
      ? [toJSON.call(value)]
      : Symbol.iterator in value
        ? Array.from(value as unknown as Iterable<unknown>)
        : value;
  return items as Keyed;
}

function isObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null;
}
