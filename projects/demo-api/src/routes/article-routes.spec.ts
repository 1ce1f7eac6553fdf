import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DEMO_ARTICLES } from '../database/demo-articles.ts';
import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';

const cases: [string, number][] = [
  ['ada@example.com', 200],
  ['eli@example.com', 200],
  ['uma@example.com', 403],
];
for (const [email, status] of cases) {
  test(`${email} asks for the articles: ${status}`, async (t) => {
    const browser = (await startTestApi(t)).browser();
    assert.equal((await browser.send('GET', '/api/articles')).status, 401);
    await browser.signIn(demoAccount(email));
    const answer = await browser.send('GET', '/api/articles');
    assert.equal(answer.status, status);
    if (status !== 200) return;
    assert.deepEqual(
      answer.body,
      DEMO_ARTICLES.map((article, index) => ({ id: index + 1, ...article })),
    );
  });
}

test('an editor writes an article, which all editors then read', async (t) => {
  const api = await startTestApi(t);
  const [eli, ada] = [api.browser(), api.browser()];
  await eli.signIn(demoAccount('eli@example.com'));
  await ada.signIn(demoAccount('ada@example.com'));
  const json = {
    title: 'A cart survives',
    body: 'It is there after a reload, and after a sign-in.',
  };
  assert.equal((await eli.send('POST', '/api/articles', { json })).status, 204);
  const { body } = await ada.send('GET', '/api/articles');
  assert.deepEqual((body as object[]).at(-1), { id: DEMO_ARTICLES.length + 1, ...json });
});

test('an article that is not valid is refused with messages, and not kept', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.signIn(demoAccount('eli@example.com'));
  const { status, body } = await browser.send('POST', '/api/articles', { json: { title: 'x' } });
  assert.equal(status, 422);
  assert.deepEqual((body as { errors: object }).errors, { body: ['This is required.'] });
  const list = await browser.send('GET', '/api/articles');
  assert.equal((list.body as object[]).length, DEMO_ARTICLES.length);
});

for (const [email, status] of [
  [null, 401],
  ['uma@example.com', 403],
] as const) {
  test(`${email ?? 'nobody'} may not write an article, whatever it holds: ${status}`, async (t) => {
    const browser = (await startTestApi(t)).browser();
    if (email !== null) await browser.signIn(demoAccount(email));
    assert.equal((await browser.send('POST', '/api/articles', { json: {} })).status, status);
  });
}
