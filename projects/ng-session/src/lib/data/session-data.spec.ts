import { computed, effect } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { SessionData, SessionError, type SessionPath } from 'ng-session';

describe('SessionData', () => {
  const empty = () => new SessionData();
  let data: SessionData;
  beforeEach(() => (data = empty()));

  const refused = (code: string, act: () => void) => {
    const before = data.all();
    let error: unknown;
    try {
      act();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SessionError);
    expect((error as SessionError).code as string).toBe(code);
    expect((error as SessionError).message.length).toBeGreaterThan(code.length + 10);
    expect(data.all()).withContext('nothing is changed').toBe(before);
  };

  describe('paths', () => {
    it('lead through objects and lists, and are made on the way', () => {
      data.put('cart.items.0.name', 'Tea');
      data.put(['cart', 'items', 1], { name: 'Milk', count: 2 });
      expect(data.all()).toEqual({
        cart: { items: [{ name: 'Tea' }, { name: 'Milk', count: 2 }] },
      });
      expect(data.get('cart.items.1.name')).toBe('Milk');
      expect(data.get(['cart', 'items', '1', 'count'])).toBe(2);
    });

    it('of segments may hold dots', () => {
      data.put(['hosts', 'a.example.com'], 1);
      expect(data.all()).toEqual({ hosts: { 'a.example.com': 1 } });
      expect(data.get('hosts.a.example.com')).toBeUndefined();
      expect(data.has(['hosts', 'a.example.com'])).toBeTrue();
    });

    it('see own keys and indices only', () => {
      data.put('list', [1, 2]);
      data.put('text', 'abc');
      for (const path of [
        'list.length',
        'list.map',
        'list.-1',
        'list.2',
        'text.length',
        'text.0',
      ]) {
        expect(data.has(path)).withContext(path).toBeFalse();
        expect(data.get(path, 'default')).withContext(path).toBe('default');
      }
    });

    for (const path of [
      '__proto__',
      '__proto__.x',
      'a.__proto__.x',
      'constructor.prototype.x',
      'a.constructor',
      'prototype',
      'toString.call',
      'hasOwnProperty',
      'valueOf.x',
      '__defineGetter__.x',
      '',
      '.',
      'a.',
      '.a',
      'a..b',
      ['__proto__', 'x'],
      ['a', 'constructor', 'prototype'],
      ['a', ''],
      [],
    ] as SessionPath[]) {
      it(`refuse ${JSON.stringify(path)}`, () => {
        data.put('a', { b: 1 });
        refused('invalid-path', () => {
          data.put(path, 1);
        });
        refused('invalid-path', () => data.get(path));
        refused('invalid-path', () => data.has(path));
        refused('invalid-path', () => {
          data.forget(path);
        });
      });
    }

    for (const [index, path] of [
      undefined,
      null,
      7,
      {},
      [undefined],
      new Array(1),
      ['a', null],
      [{}],
    ].entries()) {
      it(`refuse what is no path: ${JSON.stringify(path)} (${index})`, () => {
        refused('invalid-path', () => data.get(path as string));
      });
    }

    for (const path of [
      'list.4294967294',
      'list.1003',
      'list.99999999999999999999',
      'none.5000.x',
    ]) {
      it(`refuse the stray index ${path}, and take no memory`, () => {
        data.put('list', [1, 2]);
        refused('invalid-path', () => {
          data.put(path, 1);
        });
      });
    }

    for (const path of [
      'list.length',
      'list.-1',
      'list.01',
      'list.1e3',
      'list.x',
      'text.x',
      'number.x.y',
    ]) {
      it(`refuse to write ${path}, where there is no such place`, () => {
        data.put('list', [1, 2]);
        data.put('text', 'abc');
        data.put('number', 1);
        refused('invalid-path', () => {
          data.put(path, 9);
        });
      });
    }

    it('may pass the end of a list by 1000, and fill the gap', () => {
      data.put('list', [1]);
      data.put('list.3', 4);
      expect(data.has('list.2')).withContext('as it will be out of a store').toBeTrue();
      expect(data.get('list')).toEqual([1, null, null, 4]);
      data.put('list.1004', 5);
      expect((data.get('list') as unknown[]).length).toBe(1005);
    });

    it('lead through null as through what is missing', () => {
      data.put('a', null);
      data.put('a.b', 1);
      expect(data.get('a.b')).toBe(1);
    });

    it('never reach a prototype, whatever they are', () => {
      const names = [Object.prototype, Array.prototype, Function.prototype].map((prototype) =>
        JSON.stringify(Object.getOwnPropertyNames(prototype)),
      );
      const segment = fc.oneof(
        fc.constantFrom(
          '__proto__',
          'constructor',
          'prototype',
          'toString',
          'a',
          'b',
          '0',
          '1',
          'length',
          '',
        ),
        fc.string(),
      );
      const value = fc.oneof(fc.jsonValue(), fc.anything());
      fc.assert(
        fc.property(
          fc.array(
            fc.tuple(
              fc.constantFrom('put', 'forget', 'get', 'has'),
              fc.oneof(
                fc.array(segment),
                fc.array(segment).map((segments) => segments.join('.')),
              ),
              value,
            ),
            { maxLength: 12 },
          ),
          (acts) => {
            const fuzzed = empty();
            for (const [act, path, put] of acts) {
              const before = fuzzed.all();
              try {
                if (act === 'put') {
                  fuzzed.put(path, put);
                  if (!fuzzed.has(path)) throw new Error('what was put is not there');
                } else if (act === 'get') fuzzed.get(path);
                else if (act === 'has') fuzzed.has(path);
                else fuzzed.forget(path);
              } catch (error) {
                if (!(error instanceof SessionError)) throw error;
                if (fuzzed.all() !== before)
                  throw new Error('a refusal changed something', { cause: error });
              }
            }
            const after = [Object.prototype, Array.prototype, Function.prototype].map((prototype) =>
              JSON.stringify(Object.getOwnPropertyNames(prototype)),
            );
            return JSON.stringify(after) === JSON.stringify(names) && isPlain(fuzzed.all());
          },
        ),
        { numRuns: 2000 },
      );
    });

    /** Whether nothing in it has a prototype that was given by data. */
    function isPlain(value: unknown): boolean {
      if (typeof value !== 'object' || value === null) return true;
      const prototype: unknown = Object.getPrototypeOf(value);
      return (
        (prototype === Object.prototype || prototype === Array.prototype) &&
        Object.values(value).every(isPlain)
      );
    }
  });

  describe('existence', () => {
    for (const value of [0, '', false, null]) {
      it(`of ${JSON.stringify(value)} counts, and the default is not for it`, () => {
        data.put('x', value);
        expect(data.has('x')).toBeTrue();
        expect(data.get('x', 'default')).toBe(value);
      });
    }

    it('is what the default is for', () => {
      expect(data.get('x', 'default')).toBe('default');
      expect(data.get('x')).toBeUndefined();
      expect(data.has('x')).toBeFalse();
    });
  });

  describe('values', () => {
    const kept: readonly [name: string, put: unknown, got: unknown][] = [
      ['a string', 'a', 'a'],
      ['a number', 1.5, 1.5],
      ['a bigint', 12345678901234567890n, 12345678901234567890n],
      ['a boolean', true, true],
      ['null', null, null],
      ['a Date', new Date(0), '1970-01-01T00:00:00.000Z'],
      ['a Date within', { at: [new Date(0)] }, { at: ['1970-01-01T00:00:00.000Z'] }],
      ['an undefined property', { a: 1, b: undefined }, { a: 1 }],
      ['an undefined item', [1, undefined, 2], [1, null, 2]],
      [
        'an object without a prototype',
        Object.assign(Object.create(null) as object, { a: 1 }),
        { a: 1 },
      ],
    ];
    for (const [name, put, got] of kept) {
      it(`may be ${name}`, () => {
        data.put('x', put);
        expect(data.get('x')).toEqual(got);
      });
    }

    const cycle: Record<string, unknown> = {};
    cycle['self'] = { cycle };
    const list: unknown[] = [];
    list.push([list]);
    class Money {
      amount = 1;
    }
    const refusedValues: readonly [name: string, value: unknown][] = [
      ['undefined', undefined],
      ['NaN, which JSON has not', NaN],
      ['an infinite number within', { a: [Infinity] }],
      ['a function', () => 1],
      ['a function within', { a: [() => 1] }],
      ['a symbol', Symbol('s')],
      ['a cycle', cycle],
      ['a cycle of lists', list],
      ['a Map', new Map()],
      ['an instance of a class', new Money()],
      ['a Date that is none', new Date(NaN)],
      ['a __proto__ key', JSON.parse('{"__proto__": {"admin": true}}')],
      ['a __proto__ key within', JSON.parse('[{"a": {"__proto__": {"admin": true}}}]')],
      ['a nest without end', JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))],
    ];
    for (const [name, value] of refusedValues) {
      it(`may not be ${name}`, () => {
        data.put('x', 'before');
        refused('invalid-value', () => {
          data.put('x', value);
        });
        expect(data.get('x')).toBe('before');
      });
    }

    it('may hold the same object twice', () => {
      const item = { name: 'Tea' };
      data.put('x', [item, item]);
      expect(data.get('x')).toEqual([item, item] as never);
    });

    it('are the own of the data: neither what was put nor what is read changes them', () => {
      const put = { items: [{ name: 'Tea', count: 1 }] };
      data.put('cart', put);
      put.items[0] = { name: 'Coffee', count: 9 };
      expect(data.get('cart.items.0.name')).toBe('Tea');
      const read = data.get('cart') as typeof put;
      expect(() => read.items.push({ name: 'x', count: 1 })).toThrowError(TypeError);
      expect(() => {
        read.items = [];
      }).toThrowError(TypeError);
      expect(() => {
        (data.all() as Record<string, unknown>)['cart'] = 1;
      }).toThrowError(TypeError);
      data.put('cart.total', 3);
      expect(() => {
        (data.get('cart') as { total: number }).total = 4;
      }).toThrowError(TypeError);
      expect(data.get('cart.total')).toBe(3);
    });

    it('come back as they were put, for all JSON', () => {
      const key = fc.string().filter((name) => !(name in {}) && name !== 'prototype');
      const { json } = fc.letrec((tie) => ({
        json: fc.oneof(
          { depthSize: 'small' },
          fc.string(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.boolean(),
          fc.constant(null),
          fc.array(tie('json')),
          fc.dictionary(key, tie('json'), { noNullPrototype: true }),
        ),
      }));
      fc.assert(
        fc.property(json, (value) => {
          data.put('x', value);
          expect(data.get('x')).toEqual(value);
        }),
      );
    });
  });

  it('can not be written to from outside while they are empty', () => {
    // All applications of a page share the empty object.
    expect(() => Object.assign(data.all(), { leaked: true })).toThrowError(TypeError);
    expect(empty().all()).toEqual({});
  });

  it('are no dependency of an effect that changes them', () => {
    data.put('count', 0);
    let runs = 0;
    TestBed.runInInjectionContext(() =>
      effect(() => {
        runs++;
        data.put('count', runs);
        data.forget('other');
      }),
    );
    TestBed.tick();
    data.put('count', 7);
    TestBed.tick();
    expect(runs).toBe(1);
  });

  describe('forget', () => {
    it('removes a key, and closes the gap in a list', () => {
      data.put('a', { b: 1, c: 2, list: [1, 2, 3] });
      data.forget('a.b');
      data.forget('a.list.1');
      expect(data.all()).toEqual({ a: { c: 2, list: [1, 3] } });
      data.forget('a');
      expect(data.all()).toEqual({});
    });

    it('leaves nothing that can be written to', () => {
      data.put('a', { b: 1, list: [1, 2] });
      data.forget('a.b');
      data.forget('a.list.0');
      for (const left of [data.all(), data.get('a'), data.get('a.list')]) {
        expect(Object.isFrozen(left)).toBeTrue();
      }
    });

    it('of what is not there changes nothing', () => {
      data.put('a', { list: [1, 2] });
      const before = data.all();
      for (const path of ['b', 'a.b', 'a.list.5', 'a.list.length', 'a.list.x', 'b.c.d'])
        data.forget(path);
      expect(data.all()).toBe(before);
    });
  });

  it('shares what lies beside the path', () => {
    data.put('a', { b: { c: 1 }, d: { e: 1 } });
    const beside = data.get('a.d');
    data.put('a.b.c', 2);
    expect(data.get('a.d')).toBe(beside);
  });

  it('touches one entry of ten thousand, and wakes only what reads it', () => {
    data.put(
      'cart',
      Array.from({ length: 10_000 }, (_, id) => ({ id, count: 1 })),
    );
    const before = data.get('cart') as object[];
    const woken: number[] = [];
    const readers = before.map((_, id) => {
      const entry = data.select(['cart', id]);
      return computed(() => (woken.push(id), entry()));
    });
    const readAll = () => {
      woken.length = 0;
      for (const reader of readers) reader();
    };
    readAll();
    data.increment(['cart', 5000, 'count']);
    readAll();
    expect(woken).toEqual([5000]);
    const after = data.get('cart') as object[];
    expect(after.filter((entry, id) => entry !== before[id]).length).toBe(1);
  });

  it('wakes readers of what changed', () => {
    const name = computed(() => data.get('cart.items.0.name'));
    const has = computed(() => data.has('cart'));
    expect([name(), has()]).toEqual([undefined, false]);
    data.put('cart.items.0.name', 'Tea');
    expect([name(), has()]).toEqual(['Tea', true]);
    data.clear();
    expect([name(), has()]).toEqual([undefined, false]);
  });

  describe('increment and decrement', () => {
    const sums: readonly [name: string, before: unknown, n: number | undefined, after: unknown][] =
      [
        ['by 1 from 0', undefined, undefined, 1],
        ['by n', 3, 4, 7],
        ['by a part', 1, 0.5, 1.5],
        ['from 0, which exists', 0, 2, 2],
        ['by a negative number', 1, -3, -2],
        ['a bigint', 2n ** 64n, 1, 2n ** 64n + 1n],
        ['a bigint by a negative number', 5n, -7, -2n],
      ];
    for (const [name, before, n, after] of sums) {
      it(`count ${name}`, () => {
        if (before !== undefined) data.put('a.count', before);
        data.increment('a.count', n);
        expect(data.get('a.count')).toBe(after);
        data.decrement('a.count', n);
        expect(data.get('a.count')).toEqual(before ?? 0);
      });
    }

    for (const [name, before, n] of [
      ['a text', '1', 1],
      ['null', null, 1],
      ['a list', [1], 1],
      ['by NaN', 1, NaN],
      ['a bigint by a part', 1n, 0.5],
      ['past what a number can be', Number.MAX_VALUE, Number.MAX_VALUE],
    ] as const) {
      it(`refuse ${name}`, () => {
        data.put('a', before);
        refused('invalid-value', () => {
          data.increment('a', n);
        });
      });
    }

    it('add up, in any order', () => {
      fc.assert(
        fc.property(fc.array(fc.integer()), (numbers) => {
          const counted = empty();
          for (const n of numbers) {
            if (n % 2) counted.increment('n', n);
            else counted.decrement('n', -n);
          }
          return counted.get('n', 0) === numbers.reduce((sum, n) => sum + n, 0);
        }),
      );
    });
  });

  describe('pull', () => {
    it('takes what is there away', () => {
      data.put('a', { b: 1, c: 2 });
      expect(data.pull('a.b')).toBe(1);
      expect(data.pull('a.b')).toBeUndefined();
      expect(data.all()).toEqual({ a: { c: 2 } });
    });

    it('gives the default for what does not exist, and changes nothing', () => {
      data.put('a', null);
      const before = data.all();
      expect(data.pull('b', 'default')).toBe('default');
      expect(data.all()).toBe(before);
      expect(data.pull('a', 'default')).toBeNull();
    });

    it('makes no reader out of the effect that calls it', () => {
      let runs = 0;
      TestBed.runInInjectionContext(() =>
        effect(() => {
          runs++;
          data.pull('a');
          data.increment('b');
        }),
      );
      TestBed.tick();
      data.put('a', 1);
      TestBed.tick();
      expect(runs).toBe(1);
    });
  });

  describe('select', () => {
    it('wakes its readers only when its own value changes', () => {
      data.put('cart', [{ count: 1 }, { count: 1 }]);
      let runs = 0;
      const first = data.select('cart.0');
      const reader = computed(() => (runs++, first()));
      reader();
      data.increment('cart.1.count');
      reader();
      expect(runs).toBe(1);
      data.increment('cart.0.count');
      expect(reader()).toEqual({ count: 2 });
      expect(runs).toBe(2);
    });

    it('refuses an unsafe path at once', () => {
      refused('invalid-path', () => data.select('__proto__.x'));
    });
  });

  describe('the session', () => {
    it('has an id of its own from its first use on, until it is regenerated', () => {
      const id = data.sessionId();
      expect(id.length).toBeGreaterThan(20);
      data.put('a', 1);
      data.clear();
      expect(data.sessionId()).toBe(id);
      data.put('a', 1);
      data.regenerate();
      expect(data.sessionId()).not.toBe(id);
      expect(data.get('a')).toBe(1);
    });

    it('never has the same id twice', () => {
      const ids = new Set(Array.from({ length: 10_000 }, () => empty().sessionId()));
      expect(ids.size).toBe(10_000);
    });

    it('tells whether it is empty, fresh and modified', () => {
      const told = () => [data.isEmpty(), data.fresh(), data.hasBeenModified()];
      expect(told()).toEqual([true, true, false]);
      data.put('a', 0);
      expect(told()).toEqual([false, true, true]);
      data.kept.stored.set(data.all());
      data.kept.isFresh.set(false);
      expect(told()).toEqual([false, false, false]);
      data.forget('a');
      expect(told()).toEqual([true, false, true]);
    });
  });
});
