import type { Page } from 'playwright-core';

/**
 * Has the browser treat the documents of an origin as sandboxed, by their content security policy: it
 * then refuses them every storage, cookies too, as it does where a person has forbidden site data.
 */
export async function sandboxPage(page: Page, origin: string): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = headers['content-security-policy'] ?? '';
    await route.fulfill({
      response,
      headers: {
        ...headers,
        'content-security-policy': `${policy}; sandbox allow-scripts allow-forms`,
        // A sandboxed document is of no origin, so its own scripts come from another one.
        'access-control-allow-origin': '*',
      },
    });
  });
}
