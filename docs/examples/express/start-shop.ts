import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

import type { SessionStoreFactory } from 'ng-session-express';

import { Accounts } from './accounts.ts';
import { createShop } from './shop.ts';

// #region start
/** Starts the shop on a free port for one test, which ends it. */
export async function startShop(
  context: Pick<TestContext, 'after'>,
  store?: SessionStoreFactory,
): Promise<string> {
  const accounts = new Accounts();
  const ada = { id: 1, name: 'Ada', roles: ['clerk'] };
  accounts.add({ user: ada, email: 'ada@example.com', password: 'correct horse' });
  const provider = {
    signInUrl: (state: string) => `https://id.example.com/?state=${state}`,
    userOf: () => Promise.resolve(ada),
  };
  const { app, session } = createShop({ accounts, provider, ...(store && { store }) });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(async () => {
    server.close();
    await session.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
// #endregion start
