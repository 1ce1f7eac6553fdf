import express, { type Express } from 'express';
import {
  answerErrors,
  HttpError,
  ngSession,
  stores,
  type NgSession,
  type SessionStoreFactory,
} from 'ng-session-express';

import { addAccountRoutes } from './account-routes.ts';
import { type Accounts } from './accounts.ts';
import { addCart } from './cart.ts';
import { addProvider, type Provider } from './provider.ts';

export interface Shop {
  readonly app: Express;
  readonly session: NgSession;
}

export interface ShopParts {
  readonly accounts: Accounts;
  readonly provider: Provider;
  readonly store?: SessionStoreFactory;
}

/** The backend of the shop: what the guide shows, in one app. */
export function createShop({ accounts, provider, store = stores.memory() }: ShopParts): Shop {
  // #region lifetime
  const session = ngSession({
    secret: process.env['SESSION_SECRET'],
    store,
    origins: ['http://localhost:4200'],
    signIn: (credentials) => accounts.verify(credentials),
    findUser: (userId) => accounts.find(userId),
    age: '30m',
    absoluteAge: '12h',
    clearWithBrowser: true,
    readOnly: ({ path }) => path === '/api/news',
    flashOnSignIn: ({ name }) => ({ notification: { type: 'info', message: `Hello ${name}.` } }),
  });
  // #endregion lifetime

  const app = express();
  app.use(session);
  addCart(app);
  addAccountRoutes(app, session, accounts);
  addProvider(app, provider);
  app.get('/api/news', (_request, response) => {
    response.json([]);
  });
  // #region errors
  // Last: after every route.
  app.use(() => {
    throw new HttpError(404, 'There is nothing here.');
  });
  app.use(answerErrors());
  // #endregion errors
  return { app, session };
}
