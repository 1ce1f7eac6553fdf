import type { Page } from 'playwright-core';

export interface HeldRequests {
  /** Resolves when so many are waiting. */
  arrived(count: number): Promise<void>;
  /** Lets them go on to the server, and all that come later. */
  release(): void;
}

/** Keeps requests with this method and URL from the server, as a slow network would. */
export async function holdRequests(page: Page, method: string, url: string): Promise<HeldRequests> {
  const released = Promise.withResolvers<void>();
  let count = 0;
  let notify = (): void => undefined;
  await page.route(url, async (route) => {
    if (route.request().method() !== method) return route.continue();
    count++;
    notify();
    await released.promise;
    // The app may have given up in the meantime.
    await route.continue().catch(() => undefined);
  });
  return {
    arrived: (wanted) =>
      new Promise((resolve) => {
        notify = () => {
          if (count >= wanted) resolve();
        };
        notify();
      }),
    release: released.resolve,
  };
}
