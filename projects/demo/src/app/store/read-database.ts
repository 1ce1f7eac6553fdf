interface StoredRecord {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

/** Reads what an object store of IndexedDB holds; makes nothing where there is none. */
export async function readDatabase(name: string, store: string): Promise<readonly StoredRecord[]> {
  const database = await open(name);
  if (!database) return [];
  try {
    const records = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([
      settled(records.getAllKeys()),
      settled(records.getAll() as IDBRequest<unknown[]>),
    ]);
    return keys.map((key, index) => ({ key, value: values[index] }));
  } finally {
    // One that stays open would keep others from deleting the database.
    database.close();
  }
}

function open(name: string): Promise<IDBDatabase | null> {
  const request = indexedDB.open(name);
  let exists = true;
  request.onupgradeneeded = () => {
    exists = false;
    request.transaction?.abort();
  };
  return settled(request).catch((error: unknown) => {
    if (!exists) return null;
    throw error;
  });
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
