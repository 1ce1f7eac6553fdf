import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';

import { isPortFree } from './is-port-free.ts';

for (const host of ['127.0.0.1', 'localhost', '0.0.0.0']) {
  test(`sees a server on ${host}, and that it has gone`, async () => {
    const server = createServer().listen(0, host);
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);

    assert.equal(await isPortFree(address.port), false);
    server.close();
    await once(server, 'close');
    assert.equal(await isPortFree(address.port), true);
  });
}
