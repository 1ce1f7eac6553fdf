import type { BrowserContext } from 'playwright-core';

/** Reports what a page throws, and what its content security policy stops. */
export function watchForFaults(context: BrowserContext, report: (fault: string) => void): void {
  context.on('weberror', (error) => report(error.error().message));
  context.on('console', (message) => {
    const text = message.text();
    if (/content security policy/i.test(text)) report(text);
    // Angular hands what was not caught to the console.
    if (message.type() === 'error' && text.startsWith('ERROR')) report(text);
  });
}
