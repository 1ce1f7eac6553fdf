import { randomUUID } from 'node:crypto';
import { after } from 'node:test';

import { stores } from '../stores/stores.ts';
import { describeLateRequests } from '../testing/describe-late-requests.ts';
import { RedisServer } from '../testing/redis-server.ts';

const server = await RedisServer.start();
after(() => server.stop());

describeLateRequests('redis', () =>
  stores.redis({ url: server.url }, { prefix: `${randomUUID()}:` }),
);
