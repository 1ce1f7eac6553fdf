/** The stores of the demo, as its address names them. */
export type StoreName = 'memory' | 'tab' | 'local' | 'cookie' | 'indexed-db' | 'http';

/** A store, and how far what it keeps reaches. */
interface Store {
  readonly name: StoreName;
  readonly keepsOverReload: boolean;
  /** Whether the other tabs of the browser see it, and it is there when the browser starts again. */
  readonly isShared: boolean;
}

export const STORES: readonly Store[] = [
  { name: 'memory', keepsOverReload: false, isShared: false },
  { name: 'tab', keepsOverReload: true, isShared: false },
  { name: 'local', keepsOverReload: true, isShared: true },
  { name: 'cookie', keepsOverReload: true, isShared: true },
  { name: 'indexed-db', keepsOverReload: true, isShared: true },
  { name: 'http', keepsOverReload: true, isShared: true },
];

/** A store of the browser, which can be blocked, full or spoilt there. */
type BrowserStore = Exclude<StoreName, 'memory' | 'http'>;

export const BROWSER_STORES: readonly BrowserStore[] = ['tab', 'local', 'cookie', 'indexed-db'];
