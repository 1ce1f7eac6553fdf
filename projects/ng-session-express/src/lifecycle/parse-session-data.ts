import { InvalidInput } from '../http/invalid-input.ts';
import { isPlainObject } from '../is-plain-object.ts';
import type { JsonObject } from '../json.ts';

/** Keys with which a careless merge would reach the prototype of every object. */
const UNSAFE_KEYS = ['__proto__', 'constructor', 'prototype'];
const MAX_DEPTH = 32;

/** Checks what an app wants to keep in its session; throws `InvalidInput`. */
export function parseSessionData(body: unknown): JsonObject {
  if (!isPlainObject(body)) throw invalid('The session data must be a JSON object.');
  checkLevel(body, 1);
  return body as JsonObject;
}

function checkLevel(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH)
    throw invalid(`The session data is nested deeper than ${MAX_DEPTH} levels.`);
  for (const key of Object.keys(value)) {
    if (UNSAFE_KEYS.includes(key)) throw invalid(`The key "${key}" is not allowed.`);
  }
  Object.values(value).forEach((child) => checkLevel(child, depth + 1));
}

function invalid(message: string): InvalidInput {
  return new InvalidInput({ data: [message] });
}
