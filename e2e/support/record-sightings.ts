import type { BrowserContext } from 'playwright-core';

/**
 * Records where an element of this selector could be seen, however shortly: in each page that is opened
 * later, from its start on, as the path it was seen at.
 */
export async function recordSightings(
  context: BrowserContext,
  selector: string,
): Promise<string[]> {
  const sightings: string[] = [];
  await context.exposeBinding('__sighting', (_source, path: string) => {
    sightings.push(path);
  });
  await context.addInitScript((wanted) => {
    const { __sighting: tell } = window as unknown as {
      readonly __sighting: (path: string) => void;
    };
    const look = (): void => {
      const seen = [...document.querySelectorAll(wanted)].some((one) => one.checkVisibility());
      if (seen) tell(location.pathname);
    };
    // Attributes too: what was hidden can be shown by one.
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  }, selector);
  return sightings;
}
