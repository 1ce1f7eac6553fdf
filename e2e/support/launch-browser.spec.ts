import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from './launch-browser.ts';
import { listen } from './listen.ts';
import type { ListeningServer } from './listen.ts';

// What the other tests prove is worth nothing in a browser that does not protect anybody.

let browser: Browser;
let page: Page;
let site: ListeningServer;
let closed: ListeningServer;

before(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  site = await listen((request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Content-Security-Policy': "script-src 'none'",
      'Set-Cookie': ['page=1', 'secret=1; HttpOnly; SameSite=Strict'],
    });
    response.end(`<h1>Hello</h1><p id="cookie">${request.headers.cookie ?? 'none'}</p>
      <script>document.title = 'Inline scripts run';</script>`);
  });
  closed = await listen((_request, response) => response.end('{}'));
  await page.goto(site.url);
});

after(async () => {
  await browser.close();
  await Promise.all([site.stop(), closed.stop()]);
});

test('another origin that does not agree cannot be read', async () => {
  const answer = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'read',
        (error: unknown) => String(error),
      ),
    closed.url,
  );
  assert.match(answer, /Failed to fetch/);
});

test('a page cannot read a cookie that is HttpOnly', async () => {
  assert.equal(await page.evaluate(() => document.cookie), 'page=1');
});

test('a strict cookie stays at home when another site links here', async () => {
  const other = site.url.replace('localhost', '127.0.0.1');
  await page.route(other, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<a href="${site.url}">here</a>` }),
  );
  await page.goto(other);
  await page.click('a');
  await page.waitForSelector('#cookie');
  assert.equal(await page.textContent('#cookie'), 'page=1');
});

test('a content security policy is kept', async () => {
  assert.equal(await page.title(), '');
});

test('text is drawn', async () => {
  const blank = await page.screenshot({ style: '* { color: transparent !important }' });
  const drawn = await page.screenshot();
  assert.notDeepEqual(drawn, blank);
});
