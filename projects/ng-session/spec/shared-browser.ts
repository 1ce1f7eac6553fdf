/**
 * Tells the pages of a spec what a browser tells its tabs: that a storage was changed. It never tells
 * the page that has changed it, and here all of them are in one page.
 */
export function tellTabs(key: string | null = 'ng-session:an-id'): void {
  window.dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
}

/** Forgets all that a browser keeps for the specs. */
export async function clearBrowser(database = 'ng-session'): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=', 1)[0] ?? ''}=; Path=/; Max-Age=0`;
  }
  const sessions = await openSessions(database);
  if (!sessions) return;
  sessions.clear();
  await new Promise((resolve) => {
    sessions.transaction.oncomplete = resolve;
  });
  sessions.transaction.db.close();
}

/** The stored sessions of a database, if there are any. */
async function openSessions(database: string): Promise<IDBObjectStore | null> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === database)) return null;
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onerror = () => reject(request.error);
    request.onsuccess = () =>
      resolve(request.result.transaction('sessions', 'readwrite').objectStore('sessions'));
  });
}
