import { RedisStore } from 'connect-redis';
import express from 'express';
import type { Express } from 'express';
import session, { MemoryStore } from 'express-session';
import { ngSession, startSession, stores } from 'ng-session-express';
import { createClient } from 'redis';

// node bench/server/serve.ts bare|ours memory|redis: one of the servers that are compared. The parent
// reads its address from the first line, and ends it.

const AGE = 2 * 60 * 60 * 1000;
const SECRET = 'a-secret-of-the-bench-that-is-long-enough';
const REDIS_URL = process.env['REDIS_URL'] ?? '';
const [name = '', store = ''] = process.argv.slice(2);

const app = name === 'bare' ? await bare() : ours();
process.once('SIGINT', () => process.exit());
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : address);
});

/** What express-session does by itself, set up as its users do. */
async function bare(): Promise<Express> {
  const app = express();
  app.use(
    session({
      store: store === 'redis' ? await redisStore() : new MemoryStore(),
      secret: SECRET,
      cookie: { httpOnly: true, sameSite: 'lax', maxAge: AGE },
      rolling: true,
      resave: false,
      saveUninitialized: false,
    }),
  );
  app.post('/start/:id', (request, response, next) => {
    request.session.regenerate((error: unknown) => {
      if (error) return next(error);
      request.session.userId = Number(request.params.id);
      response.status(204).end();
    });
  });
  return withRoutes(app);
}

async function redisStore(): Promise<RedisStore> {
  const client = createClient({ url: REDIS_URL });
  await client.connect();
  return new RedisStore({ client });
}

function ours(): Express {
  const app = express();
  app.use(
    ngSession({
      secret: SECRET,
      store: store === 'redis' ? stores.redis({ url: REDIS_URL }) : stores.memory(),
      age: AGE,
      origins: [],
      // The same headers, to compare sessions and not headers.
      headers: false,
      signIn: () => null,
      findUser: (id) => ({ id }),
    }),
  );
  app.post('/start/:id', async (request, response) => {
    await startSession(request, { id: Number(request.params.id) });
    response.set('x-xsrf-token', request.session.xsrfToken).status(204).end();
  });
  return withRoutes(app);
}

function withRoutes(app: Express): Express {
  app.get('/me', (request, response) => {
    response.json({ id: request.session.userId });
  });
  app.post('/count', (request, response) => {
    request.session.count = (request.session.count ?? 0) + 1;
    response.json({ id: request.session.userId, count: request.session.count });
  });
  return app;
}

declare module 'express-session' {
  interface SessionData {
    count: number;
  }
}
