import type { Page } from 'playwright-core';

interface WithCount {
  writes: number;
}

/** Counts, from the next load of the page on, how often the session is written in the browser. */
export async function watchWrites(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counting = window as unknown as WithCount;
    counting.writes = 0;
    /** Has a method count those of its calls that write a session, before it does what it did. */
    const watch = (
      owner: object,
      method: string,
      isWrite: (argument: unknown) => boolean,
    ): void => {
      const original = Reflect.get(owner, method) as (...given: unknown[]) => unknown;
      Reflect.set(owner, method, function (this: unknown, ...given: unknown[]) {
        if (isWrite(given[0])) counting.writes++;
        return Reflect.apply(original, this, given);
      });
    };
    watch(Storage.prototype, 'setItem', (key) => /^ng-session\.\w+:[^:]+$/.test(String(key)));
    // To keep a session alive is to put it once more, as it was.
    let last = '';
    watch(IDBObjectStore.prototype, 'put', (entry) => {
      const before = last;
      last = JSON.stringify((entry as { data: unknown }).data);
      return last !== before;
    });

    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    Object.defineProperty(document, 'cookie', {
      get: () => cookie?.get?.call(document) as string,
      set: (text: string) => {
        if (text.startsWith('ng-session.cookie=')) counting.writes++;
        cookie?.set?.call(document, text);
      },
    });
  });
}

/** How often that was since the page was loaded. */
export async function countWrites(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as WithCount).writes);
}
