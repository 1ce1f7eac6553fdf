/** Where the id of the session is found again, by whoever the store reaches. */
export interface SessionIds {
  read(): string | null;
  /** Remembers the id; `null` forgets it. */
  write(id: string | null): void;
}

/** Keeps the id in the memory of the page. */
export function memoryIds(): SessionIds {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (id) => {
      kept = id;
    },
  };
}

/**
 * Keeps the id in a storage of the browser. Where that is blocked it throws, as the store does: data
 * that nobody finds again is not stored.
 */
export function storageIds(storage: () => Storage, key: string): SessionIds {
  return {
    read: () => storage().getItem(key),
    write: (id) => {
      if (id === null) storage().removeItem(key);
      else storage().setItem(key, id);
    },
  };
}

/** Leaves the id to a store that remembers it with what it writes. */
export function ownIds(read: () => string | null): SessionIds {
  return { read, write: () => undefined };
}
