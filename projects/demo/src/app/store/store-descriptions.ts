import type { StoreName } from './store-settings';

/** What each store is, and who finds its data again, for those who choose one. */
export const STORE_DESCRIPTIONS: readonly {
  readonly name: StoreName;
  readonly label: string;
  readonly meaning: string;
}[] = [
  { name: 'memory', label: 'Memory', meaning: 'this page, until it is reloaded' },
  { name: 'tab', label: 'Tab', meaning: 'sessionStorage: this tab, until it is closed' },
  { name: 'local', label: 'Local', meaning: 'localStorage: all tabs, and after a restart' },
  { name: 'cookie', label: 'Cookie', meaning: 'all tabs, and up to 4096 bytes' },
  { name: 'indexed-db', label: 'IndexedDB', meaning: 'all tabs, and room for much' },
  { name: 'http', label: 'HTTP', meaning: 'the server, in the session of its own cookie' },
];
