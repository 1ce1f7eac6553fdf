import type { StoredData } from '../../stores/session-store';

/** How session data is kept in a store. */
export interface StoreOptions {
  /**
   * How long a session lasts without activity: milliseconds, or a duration such as `'30m'`. Activity is
   * a change of data, a navigation, and the page being loaded or shown again. Default: no end.
   */
  readonly age?: number | string;
  /**
   * Whether the data is gone when the browser was closed, by its last window. A browser that opens its
   * windows again by itself counts as not closed. Default: `false`.
   */
  readonly clearWithBrowser?: boolean;
  /** Whether the store is used at all; without it the data is in memory. Default: `true`. */
  readonly enabled?: boolean;
  /** What the sessions are called where they are kept; two apps on one origin need two. Default: `ng-session`. */
  readonly name?: string;
  /** The shape of the data: raise it when older data would not do any more. Default: 0. */
  readonly version?: number;
  /**
   * Brings on data of an earlier version. While it throws, what is stored stays as it is, and the data
   * is in memory. Default: data of an earlier version is not taken over.
   */
  readonly migrate?: (data: StoredData, from: number) => StoredData;
}
