import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readPorts } from './read-ports.ts';

test('has defaults, also for empty variables', () => {
  const expected = {
    api: { variable: 'API_PORT', port: 3000 },
    web: { variable: 'WEB_PORT', port: 4200 },
  };
  assert.deepEqual(readPorts({}), expected);
  assert.deepEqual(readPorts({ API_PORT: '', WEB_PORT: ' ' }), expected);
});

test('reads both variables', () => {
  const { api, web } = readPorts({ API_PORT: '3001', WEB_PORT: ' 4300 ' });
  assert.deepEqual([api.port, web.port], [3001, 4300]);
});

for (const port of ['0', '65536', '-1', '80.5', '0x50', 'http']) {
  test(`refuses ${port} and names the variable`, () => {
    assert.throws(() => readPorts({ WEB_PORT: port }), /WEB_PORT must be a port/);
  });
}

test('refuses the same port twice, also with the default of the other', () => {
  assert.throws(() => readPorts({ API_PORT: '4200' }), /different ports/);
});
