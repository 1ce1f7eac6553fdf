import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DEMO_ARTICLES } from '../database/demo-articles.ts';
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
    await browser.signIn(email);
    const answer = await browser.send('GET', '/api/articles');
    assert.equal(answer.status, status);
    if (status !== 200) return;
    assert.deepEqual(
      answer.body,
      DEMO_ARTICLES.map((article, index) => ({ id: index + 1, ...article })),
    );
  });
}
