import { after } from 'node:test';

import { stores } from '../stores/stores.ts';
import { describeOneSession } from '../testing/describe-one-session.ts';
import { RedisServer } from '../testing/redis-server.ts';

const server = await RedisServer.start();
after(() => server.stop());

describeOneSession('redis', () => stores.redis({ url: server.url }));
