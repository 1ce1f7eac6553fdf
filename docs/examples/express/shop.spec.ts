import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TestBrowser } from 'ng-session-express/testing';

import { startShop } from './start-shop.ts';

const ADA = { email: 'ada@example.com', password: 'correct horse' };

// #region test
test('a cart is filled before the sign-in, and ordered after it', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  await browser.send('POST', '/api/cart', { json: { item: 'A lamp' } });
  assert.equal((await browser.send('POST', '/api/orders')).status, 401);

  await browser.signIn({ email: 'ada@example.com', password: 'correct horse' });
  const { body } = await browser.send('GET', '/api/session/data');
  assert.deepEqual(body, { cart: ['A lamp'] });
  assert.equal((await browser.send('POST', '/api/orders')).status, 204);
});
// #endregion test

test('messages come with the next answer of the session', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  const flash = async (): Promise<unknown> =>
    ((await browser.send('GET', '/api/session')).body as { flash?: unknown }).flash;

  await browser.signIn(ADA);
  assert.deepEqual(await flash(), { notification: { type: 'info', message: 'Hello Ada.' } });
  await browser.send('POST', '/api/orders');
  const message = 'Your order is on its way.';
  assert.deepEqual(await flash(), { notification: { type: 'success', message } });
  const answer = await browser.send('GET', '/api/vouchers/WINTER');
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/checkout']);
  assert.deepEqual(await flash(), { errors: { voucher: ['This voucher is not valid any more.'] } });
  assert.equal(await flash(), undefined);
});

test('errors of handlers are JSON', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  const invalid = await browser.send('POST', '/api/cart', { json: { item: 7 } });
  const errors = { item: ['Say which item.'] };
  assert.equal(invalid.status, 422);
  assert.deepEqual((invalid.body as { errors: unknown }).errors, errors);
  const missing = await browser.send('GET', '/api/nothing');
  assert.deepEqual([missing.status, missing.body], [404, { error: 'There is nothing here.' }]);
});

test('a clerk sees orders', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  assert.equal((await browser.send('GET', '/api/orders')).status, 401);
  await browser.signIn(ADA);
  assert.deepEqual((await browser.send('GET', '/api/orders')).body, { clerk: 'Ada', orders: [] });
});

test('a new password signs out the other devices, and no longer the old one in', async (t) => {
  const url = await startShop(t);
  const [here, there] = [new TestBrowser({ url }), new TestBrowser({ url })];
  await here.signIn(ADA);
  await there.signIn(ADA);
  const { status } = await here.send('PUT', '/api/password', { json: { password: 'new' } });
  assert.equal(status, 204);
  assert.equal((await here.send('GET', '/api/session')).status, 200);
  assert.equal((await there.send('GET', '/api/session')).status, 401);
  assert.equal((await there.signIn(ADA)).status, 401);
});

test('an account that is deleted is signed out', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  await browser.signIn(ADA);
  assert.equal((await browser.send('DELETE', '/api/account')).status, 204);
  assert.deepEqual(browser.cookies, []);
  assert.equal((await browser.signIn(ADA)).status, 401);
});

test('a provider signs in those who have begun here, under a new id', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  const begun = await browser.send('GET', '/api/provider');
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
  const stranger = browser.copy();
  stranger.setCookie('sid=; Path=/; Max-Age=0');
  const callback = `/api/provider/callback?code=1&state=${state}`;
  assert.equal((await stranger.send('GET', callback)).status, 403);

  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
  const before = browser.cookieHeader;
  assert.equal((await browser.send('GET', callback)).headers.get('location'), '/account');
  assert.notEqual(browser.cookieHeader, before);
  assert.equal((await browser.send('GET', '/api/session')).status, 200);
  assert.equal((await browser.send('GET', callback)).status, 403, 'only once');
});

test('a second factor gives a new id, and the old one is dead', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  await browser.signIn(ADA);
  await browser.send('GET', '/api/session');
  const before = browser.copy();
  const { status } = await browser.send('POST', '/api/second-factor', { json: { code: '123456' } });
  assert.equal(status, 204);
  assert.equal((await browser.send('GET', '/api/session')).status, 200);
  assert.equal((await before.send('GET', '/api/session')).status, 401);
});

test('the session cookie ends with the browser, and news do not renew it', async (t) => {
  const browser = new TestBrowser({ url: await startShop(t) });
  await browser.signIn(ADA);
  assert.equal(browser.cookies[0]?.maxAge, undefined);
  const { headers } = await browser.send('GET', '/api/news');
  assert.deepEqual(headers.getSetCookie(), []);
});
