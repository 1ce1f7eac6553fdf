/** A part of the library that costs an app nothing before it is named, and on top of what it costs. */
export interface Part {
  /** Its name in the guides. */
  readonly name: string;
  /** Its app, in `apps/part/parts`. */
  readonly app: string;
  /** The app that has all of it but this part. */
  readonly onTopOf: string;
}

export const PARTS: readonly Part[] = [
  { name: 'withStore', app: 'with-store', onTopOf: 'none' },
  { name: 'memoryStore()', app: 'memory-store', onTopOf: 'with-store' },
  { name: 'webStorage()', app: 'web-storage', onTopOf: 'with-store' },
  { name: 'cookieStore()', app: 'cookie-store', onTopOf: 'with-store' },
  { name: 'indexedDbStore()', app: 'indexed-db-store', onTopOf: 'with-store' },
  { name: 'httpStore()', app: 'http-store', onTopOf: 'with-store' },
  { name: 'withStores', app: 'with-stores', onTopOf: 'with-store' },
  { name: 'FlashMessages', app: 'flash-messages', onTopOf: 'none' },
  { name: '*flashMessage, *inputError', app: 'flash-directives', onTopOf: 'flash-messages' },
  { name: 'withTokens', app: 'with-tokens', onTopOf: 'none' },
  { name: 'withTabSync', app: 'with-tab-sync', onTopOf: 'none' },
];
