import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from './launch-browser.ts';
import { startDemo } from './start-demo.ts';
import type { Demo } from './start-demo.ts';

let demo: Demo;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

before(async () => {
  demo = await startDemo();
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
});

after(async () => {
  await browser.close();
  await demo.stop();
});

test('any path is the demo, which a strict policy does not hinder', async () => {
  const response = await page.goto(`${demo.url}/no/such/page`);
  assert.equal(response?.status(), 200);
  assert.match(response.headers()['content-security-policy'] ?? '', /default-src 'none'/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(complaints, []);
});

test('the API goes and comes back, at the same address and with what it knew', async () => {
  const signIn = await fetch(`${demo.api.url}/api/users/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo.url },
    body: JSON.stringify({ email: 'ada@example.com', password: 'demo-password' }),
  });
  assert.equal(signIn.status, 204);
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const session = async (): Promise<number> =>
    (await fetch(`${demo.api.url}/api/session`, { headers: { cookie } })).status;

  await demo.api.stop();
  await assert.rejects(session());
  await demo.api.restart();
  assert.equal(await session(), 200);
});

test('the recorder keeps what a page sends to a third origin', async () => {
  demo.recorder.clear();
  await page.evaluate(
    (url) => fetch(`${url}/a?b=c`, { headers: { 'X-Own': '1' } }).then((answer) => answer.json()),
    demo.recorder.url,
  );
  const seen = demo.recorder.requests.map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(seen, ['OPTIONS /a?b=c', 'GET /a?b=c']);
  assert.equal(demo.recorder.requests[1]?.headers['x-own'], '1');
});
