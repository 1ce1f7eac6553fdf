/** Whether the value is an object of keys and values: no array, no instance of a class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A prototype that has none itself is the `Object.prototype` of this or of another frame.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
