import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import type { SessionStoreFactory } from '../stores/session-store.ts';
import { stores } from '../stores/stores.ts';

/** A kind of store; each call makes an empty one. */
export type StoreKind = readonly [name: string, make: () => SessionStoreFactory];

/** Every store that needs nothing but this machine; what they keep is in the folder. */
export function localStores(folder: string): readonly StoreKind[] {
  const newPath = (): string => join(folder, randomUUID());
  return [
    ['memory', () => stores.memory()],
    ['file', () => stores.file({ location: newPath() })],
    ['sqlite', () => stores.sqlite({ file: `${newPath()}.sqlite` })],
    ['cookie', () => stores.cookie()],
  ];
}
