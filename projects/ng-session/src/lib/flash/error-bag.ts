import { isPlainObject } from '../config/is-plain-object';
import { isSafeKey } from '../data/session-path';

/** Messages of validation by the field they are about. */
export type ErrorBag = Readonly<Record<string, readonly string[]>>;

/** Makes a bag of what may be one: a message alone becomes a list, what is no text is left out. */
export function toErrorBag(bag: unknown): ErrorBag {
  if (!isPlainObject(bag)) return {};
  return Object.fromEntries(
    Object.entries(bag)
      .map(([field, messages]) => [field, toMessages(messages)] as const)
      .filter(([field, messages]) => field && isSafeKey(field) && messages.length),
  );
}

function toMessages(messages: unknown): string[] {
  const list: unknown[] = Array.isArray(messages) ? messages : [messages];
  return list.filter((message) => typeof message === 'string');
}
