import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';

import type { Page } from 'playwright-core';

import { expectKept, openData, put, reloadData } from './pages/stores-data.ts';
import { countEvents } from './pages/stores-events.ts';
import { expectStored, placeOf, type LastingStore } from './pages/stores-raw.ts';
import { eventually } from './support/eventually.ts';
import { useDemo } from './support/use-demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'ng-session-rows-'));
const file = join(folder, 'demo.sqlite');
const app = useDemo({ apiEnv: { DATABASE_FILE: file } });
after(() => rmSync(folder, { recursive: true, force: true }));
/** A file of the demo's origin that is no app. */
const NO_APP = '/favicon.svg';

/** An entry of the database around what should be data. */
const entry = (data: unknown): string => JSON.stringify({ data, until: 1e15, at: 1 });

const NO_JSON = ['{"cart":["Te', '[1,2]', '"text"'];
const FOREIGN = [{ $version: 'text' }, { nested: [{ $bigint: ['Tea'] }] }];
const NO_DATA = FOREIGN.map((data) => JSON.stringify(data));
const SPOILT: readonly (readonly [LastingStore, readonly string[]])[] = [
  ['tab', ['{"cart":["Te']],
  ['local', [...NO_JSON, ...NO_DATA]],
  ['cookie', ['garbage', '%E0%A4%A', 'id:!:x', 'id::%7B%22cut', 'id::[1]']],
  ['indexed-db', [...['text', [1], FOREIGN[0]].map(entry), 'null', '42', '{"data":{}}']],
  ['http', NO_DATA],
];

/** Keeps something, then writes something else over it while no app runs. */
async function spoil(page: Page, name: LastingStore, text: string): Promise<void> {
  await openData(page, name);
  const place = placeOf(name, app.demo.api.url);
  await put(page, 'before', 1);
  await expectStored(page, place, { before: 1 });
  await page.goto(NO_APP);
  await place.spoil(page, text);
}

/** Writes JSON over the data of every session that the API keeps. */
function setRows(json: string): void {
  const database = new DatabaseSync(file, { timeout: 2000 });
  database
    .prepare(
      "UPDATE ng_session_sessions SET session = json_set(session, '$.data', json(?)) WHERE session IS NOT NULL",
    )
    .run(json);
  database.close();
}

for (const [name, texts] of SPOILT) {
  for (const text of texts) {
    test(`${name}: ${text} in its place is told once, and then replaced`, async () => {
      const page = await app.newPage();
      await spoil(page, name, text);
      await openData(page, name);
      await eventually(() => countEvents(page, 'storeFailed'), 1);
      await expectKept(page, {});
      await put(page, 'anew', 1);
      await expectStored(page, placeOf(name, app.demo.api.url), { anew: 1 });
      assert.equal(await countEvents(page, 'storeFailed'), 1);
      await reloadData(page);
      await expectKept(page, { anew: 1 });
      assert.equal(await countEvents(page, 'storeFailed'), 0);
    });
  }
}

test('http: a row of the server that is no data is told once, and the app works in memory', async () => {
  const page = await app.newPage();
  await openData(page, 'http');
  const place = placeOf('http', app.demo.api.url);
  await put(page, 'before', 1);
  await expectStored(page, place, { before: 1 });
  await page.goto(NO_APP);
  setRows('"text"');
  await openData(page, 'http');
  await put(page, 'cart', ['Tea']);
  await eventually(() => countEvents(page, 'storeFailed'), 1);
  await put(page, 'more', 1);
  await expectKept(page, { cart: ['Tea'], more: 1 });
  assert.equal(await countEvents(page, 'storeFailed'), 1);

  // Nobody has written over it, so it can be mended.
  assert.equal(await place.read(page), 'text');
  setRows('{"before":1}');
  await put(page, 'more', 2);
  await expectStored(page, place, { before: 1, cart: ['Tea'], more: 2 });
});
