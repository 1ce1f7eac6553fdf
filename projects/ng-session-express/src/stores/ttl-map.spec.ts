import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TtlMap } from './ttl-map.ts';

test('an entry is there for its time, from when it was set last, and then forgotten', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const map = new TtlMap<string>(100);
  map.set('first', 'a');
  map.set('again', 'b');
  assert.equal(map.get('first'), 'a');
  assert.equal(map.get('other'), undefined);
  t.mock.timers.tick(99);
  map.set('again', 'c');
  assert.equal(map.get('first'), 'a');
  t.mock.timers.tick(1);
  assert.equal(map.get('first'), undefined);
  map.set('second', 'd');
  assert.equal(map.get('again'), 'c');
  assert.equal(map.get('second'), 'd');
});
