/**
 * Returns what the browser is started with.
 *
 * Nothing here may weaken CORS, cookies or the content security policy: the tests are about them.
 */
export function browserArgs({ sandbox }: { readonly sandbox: boolean }): readonly string[] {
  return [
    '--disable-background-networking',
    // A container's shared memory is often too small for a browser.
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--no-default-browser-check',
    '--no-first-run',
    ...(sandbox ? [] : ['--no-sandbox']),
  ];
}
