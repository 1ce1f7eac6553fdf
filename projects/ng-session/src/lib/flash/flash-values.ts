import type { SessionPath } from '../data/session-path';
import type { ValueAtPath } from '../data/session-value-at';

/**
 * The flash messages. An app gives them their types by augmenting this interface:
 *
 * ```ts
 * declare module 'ng-session' {
 *   interface FlashValues { notification: { type: 'success' | 'error'; message: string } }
 * }
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- empty until an app augments it
export interface FlashValues {}

/** The type of a message, as far as the app has given it one; else `unknown`. */
export type FlashValueAt<P extends SessionPath> = [ValueAtPath<FlashValues, P>] extends [never]
  ? unknown
  : ValueAtPath<FlashValues, P>;

/** Messages by their keys, frozen. */
export type FlashBag = Readonly<Record<string, unknown>>;
