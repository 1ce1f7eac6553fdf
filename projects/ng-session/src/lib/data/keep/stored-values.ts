import { isPlainObject } from '../../config/is-plain-object';
import type { StoredData } from '../../stores/session-store';
import { isSafeKey } from '../session-path';

type Keyed = Record<string, unknown>;

/** The key of the object that stands for a bigint, which JSON does not have. */
const BIGINT = '$bigint';

/** Makes JSON of values that a session keeps. */
export function toStored(values: object): StoredData {
  return encode(values) as StoredData;
}

/** Makes frozen values of what a store holds. Throws for what is no JSON of a session. */
export function fromStored(stored: StoredData): object {
  return decode(stored) as object;
}

// Loops, and one look at each value: a cart of ten thousand entries goes through here.

function encode(value: unknown): unknown {
  if (typeof value === 'bigint') return { [BIGINT]: String(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object' || value === null) return value;
  const encoded: Keyed = {};
  for (const key of Object.keys(value)) encoded[key] = encode((value as Keyed)[key]);
  // An object that looks like a bigint is put into one more.
  return BIGINT in value ? { [BIGINT]: encoded } : encoded;
}

function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return known(value);
  if (Array.isArray(value)) return Object.freeze(value.map(decode));
  if (!(BIGINT in value)) return decodeObject(value);
  const inner = value[BIGINT];
  return isPlainObject(inner) ? decodeObject(inner) : BigInt(inner as string);
}

function decodeObject(value: object): object {
  if (!isPlainObject(value)) throw new TypeError('It holds an instance of a class.');
  const decoded: Keyed = {};
  for (const key of Object.keys(value)) {
    if (!isSafeKey(key)) throw new TypeError(`It holds the key ${key}.`);
    decoded[key] = decode(value[key]);
  }
  return Object.freeze(decoded);
}

function known(value: unknown): unknown {
  if (value === null || /^(string|number|boolean)$/.test(typeof value)) return value;
  throw new TypeError(`It holds a value of type ${typeof value}.`);
}
