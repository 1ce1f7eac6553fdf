import { randomUUID } from 'node:crypto';
import { after } from 'node:test';

import { stores } from '../stores/stores.ts';
import { describeRoutes } from '../testing/describe-routes.ts';
import { RedisServer } from '../testing/redis-server.ts';

const server = await RedisServer.start();
after(() => server.stop());

describeRoutes('redis', () => stores.redis({ url: server.url }, { prefix: `${randomUUID()}:` }));
