import { hash, verify } from 'argon2';
import express from 'express';
import { ngSession, requireRole, requireSession, stores } from 'ng-session-express';

declare module 'ng-session-express' {
  interface SessionUser {
    id: number;
    name: string;
    roles: string[];
  }
}

// Your database, in a real app.
const users = [{ id: 1, name: 'Ada', roles: ['clerk'] }];
const accounts = new Map([['ada@example.com', { userId: 1, hash: await hash('correct horse') }]]);
// Stands in for an unknown account, which has to take as long as a known one.
const nobody = { userId: 0, hash: await hash('nobody') };

const session = ngSession({
  secret: process.env['SESSION_SECRET'],
  store: stores.sqlite({ file: 'sessions.sqlite' }),
  origins: ['http://localhost:4200'],
  signIn: async ({ email, password }) => {
    const { userId, hash } = accounts.get(email) ?? nobody;
    const isRight = await verify(hash, password);
    return users.find(({ id }) => isRight && id === userId) ?? null;
  },
  findUser: (userId) => users.find(({ id }) => id === userId) ?? null,
});

const app = express();
app.use(session);
app.get('/api/hello', requireSession(), (request, response) => {
  response.json({ text: `Hello ${request.session.user?.name}` });
});
app.get('/api/orders', requireRole('clerk'), (_request, response) => {
  response.json([{ id: 7, item: 'A lamp' }]);
});

const server = app.listen(process.env['PORT'] ?? 3000);
process.once('SIGTERM', () => server.close(() => void session.close()));
