import { test } from 'node:test';

import { followLink } from './pages/follow-link.ts';
import { expectKept, openData, put, reloadData } from './pages/stores-data.ts';
import { countEvents } from './pages/stores-events.ts';
import { STORES } from './pages/stores-list.ts';
import { expectStored, placeOf } from './pages/stores-raw.ts';
import { eventually } from './support/eventually.ts';
import { useDemo } from './support/use-demo.ts';

/** Seconds; the server holds the age of what is kept there. */
const SERVER_AGE = 2;
const MINUTE = 60_000;

const app = useDemo({ apiEnv: { SESSION_AGE: String(SERVER_AGE) } });

for (const { name, keepsOverReload } of STORES) {
  if (name === 'http') continue;

  test(`${name}: a session without activity ends, and each activity has its age begin anew`, async () => {
    const page = await app.newPage();
    await page.clock.install();
    await openData(page, name, { age: '10m' });
    await put(page, 'cart', ['Tea']);
    await eventually(() => countEvents(page, 'committed'), 1);

    await page.clock.fastForward(9 * MINUTE);
    await followLink(page, 'home');
    await followLink(page, 'data');
    await page.clock.fastForward(9 * MINUTE);
    await put(page, 'more', 1);
    await eventually(() => countEvents(page, 'committed'), 2);
    if (keepsOverReload) {
      await page.clock.fastForward(9 * MINUTE);
      await reloadData(page);
      await expectKept(page, { cart: ['Tea'], more: 1 });
      await followLink(page, 'home');
      await followLink(page, 'data');
    }
    await page.clock.fastForward(9 * MINUTE);
    await expectKept(page, { cart: ['Tea'], more: 1 });

    // The page that is open says so by itself.
    await page.clock.fastForward(2 * MINUTE);
    await expectKept(page, {});
    await reloadData(page);
    await expectKept(page, {});
    await put(page, 'anew', 1);
    await expectKept(page, { anew: 1 });
  });

  if (name === 'memory') continue;

  test(`${name}: a session that ended while no page was open is not shown any more`, async () => {
    const page = await app.newPage();
    await page.clock.install();
    await openData(page, name, { age: '10m' });
    await put(page, 'cart', ['Tea']);
    await expectStored(page, placeOf(name, app.demo.api.url), { cart: ['Tea'] });
    await page.goto(app.demo.recorder.url);
    await page.clock.fastForward(11 * MINUTE);
    await openData(page, name, { age: '10m' });
    await expectKept(page, {});
  });
}

test('cookie: the browser itself removes it with its age', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await openData(page, 'cookie', { age: '2s' });
  await put(page, 'cart', ['Tea']);
  const count = async (): Promise<number> =>
    (await browser.cookies()).filter((cookie) => cookie.name === 'ng-session.cookie').length;
  await eventually(count, 1);
  await page.goto(app.demo.recorder.url);
  await eventually(count, 0);
});

test('http: the server ends the session, and the page that is open shows it', async () => {
  const page = await app.newPage();
  // Longer: the page of the demo looks at what is stored after each change, and that keeps it alive too.
  await openData(page, 'http', { age: `${SERVER_AGE + 1}s` });
  await put(page, 'cart', ['Tea']);
  await expectKept(page, { cart: ['Tea'] });
  await expectKept(page, {});
  await reloadData(page);
  await expectKept(page, {});
});

test('http: looking whether the session is over does not keep it alive', async () => {
  const page = await app.newPage();
  // The page looks before the server ends it.
  await openData(page, 'http', { age: '1s' });
  await put(page, 'cart', ['Tea']);
  await expectKept(page, { cart: ['Tea'] });
  await page.waitForTimeout(1000 * (1 + SERVER_AGE + 1));
  await reloadData(page);
  await expectKept(page, {});
});

test('http: activity on the server has the age begin anew', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await openData(page, 'http');
  await put(page, 'cart', ['Tea']);
  const expiry = async (): Promise<number> =>
    (await browser.cookies()).find(({ name }) => name === 'demo.sid')?.expires ?? 0;
  await eventually(async () => (await expiry()) > 0, true);
  const before = await expiry();
  await followLink(page, 'home');
  await followLink(page, 'data');
  await eventually(async () => (await expiry()) > before, true);
});
