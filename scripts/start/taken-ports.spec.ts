import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';

import { takenPorts } from './taken-ports.ts';

test('names the port and the variable, in one line, while it is taken', async () => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const setting = { variable: 'WEB_PORT', port: address.port } as const;

  const [line = '', ...others] = await takenPorts([setting]);
  assert.match(line, new RegExp(`^Port ${address.port} is taken.*WEB_PORT=\\d+ npm start`));
  assert.deepEqual(others, []);
  server.close();
  await once(server, 'close');
  assert.deepEqual(await takenPorts([setting]), []);
});
