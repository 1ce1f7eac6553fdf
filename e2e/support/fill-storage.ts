import type { Page } from 'playwright-core';

/** Fills a storage of the browser to its last character, under a key of somebody else. */
export async function fillStorage(
  page: Page,
  kind: 'localStorage' | 'sessionStorage',
  key: string,
): Promise<void> {
  await page.evaluate(
    ([area, name]) => {
      const storage = window[area];
      let kept = '';
      for (let size = 2 ** 23; size >= 1; size /= 2) {
        try {
          storage.setItem(name, kept + 'x'.repeat(size));
          kept += 'x'.repeat(size);
        } catch {
          // So much does not fit any more; half of it may.
        }
      }
    },
    [kind, key] as const,
  );
}
