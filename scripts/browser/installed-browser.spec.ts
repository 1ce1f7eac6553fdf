import assert from 'node:assert/strict';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';

import { installedBrowser } from './installed-browser.ts';

const PATH = ['first', 'second'].join(delimiter);

function having(...files: string[]): (path: string) => boolean {
  return (path) => files.includes(path);
}

test('prefers CHROME_BIN to what is on the path', () => {
  const there = having('my/chrome', join('first', 'chromium'));
  assert.equal(installedBrowser({ PATH, CHROME_BIN: 'my/chrome' }, there), 'my/chrome');
});

test('says so when CHROME_BIN names no file, rather than taking another browser', () => {
  const there = having(join('first', 'chromium'));
  assert.throws(() => installedBrowser({ PATH, CHROME_BIN: 'my/chrome' }, there), /my\/chrome/);
});

test('finds Chrome and Chromium on the path, in its order', () => {
  const there = having(join('second', 'google-chrome'), join('first', 'chromium'));
  assert.equal(installedBrowser({ PATH }, there), join('first', 'chromium'));
});

test('finds nothing where nothing is, not even with an empty environment', () => {
  assert.equal(installedBrowser({ PATH, CHROME_BIN: '' }, having()), undefined);
  assert.equal(installedBrowser({}, having()), undefined);
});
