import express from 'express';
import { ngSession, requireRole, stores } from 'ng-session-express';

import { Accounts } from './accounts.ts';

const accounts = new Accounts();

// #region server
const app = express();
app.use(
  ngSession({
    secret: process.env['SESSION_SECRET'],
    store: stores.sqlite({ file: 'sessions.sqlite' }),
    origins: ['https://app.example.com'],
    signIn: (credentials) => accounts.verify(credentials),
    findUser: (userId) => accounts.find(userId),
  }),
);
app.get('/api/orders', requireRole('clerk'), (request, response) => {
  response.json({ clerk: request.session.user?.name, orders: [] });
});
app.listen(3000);
// #endregion server
