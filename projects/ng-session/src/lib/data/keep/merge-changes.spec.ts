import { isEqual } from '../../config/is-equal';
import fc from 'fast-check';
import { addedSince, mergeChanges, shareEqual } from './merge-changes';

type Values = Record<string, unknown>;

describe('mergeChanges', () => {
  const base = { a: 1, cart: { tea: 1, cup: 2 }, list: [1, 2] };
  const table: [name: string, ours: unknown, theirs: unknown, merged: unknown][] = [
    ['nothing changed', base, base, base],
    ['ours changed', { ...base, a: 2 }, base, { ...base, a: 2 }],
    ['theirs changed', base, { ...base, a: 2 }, { ...base, a: 2 }],
    ['both changed other keys', { ...base, a: 2 }, { ...base, b: 3 }, { ...base, a: 2, b: 3 }],
    ['both changed one key: ours stays', { ...base, a: 2 }, { ...base, a: 3 }, { ...base, a: 2 }],
    [
      'both changed other keys of one object',
      { ...base, cart: { ...base.cart, tea: 5 } },
      { ...base, cart: { ...base.cart, pot: 1 } },
      { ...base, cart: { tea: 5, cup: 2, pot: 1 } },
    ],
    [
      'both changed a list: ours stays',
      { ...base, list: [1, 2, 3] },
      { ...base, list: [0, 1, 2] },
      { ...base, list: [1, 2, 3] },
    ],
    [
      'ours forgot',
      { cart: base.cart, list: base.list },
      { ...base, b: 1 },
      { cart: base.cart, list: base.list, b: 1 },
    ],
    [
      'theirs forgot',
      { ...base, b: 1 },
      { cart: base.cart, list: base.list },
      { cart: base.cart, list: base.list, b: 1 },
    ],
    [
      'ours forgot what theirs changed',
      { cart: base.cart, list: base.list },
      { ...base, a: 2 },
      { cart: base.cart, list: base.list },
    ],
    [
      'theirs forgot what ours changed',
      { ...base, a: 2 },
      { cart: base.cart, list: base.list },
      { ...base, a: 2 },
    ],
    ['ours put null', { ...base, a: null }, { ...base, b: 1 }, { ...base, a: null, b: 1 }],
    [
      'an object took the place of a value',
      { ...base, a: { x: 1 } },
      { ...base, a: 2 },
      { ...base, a: { x: 1 } },
    ],
    [
      'a value took the place of an object',
      { ...base, cart: 1 },
      { ...base, cart: { pot: 1 } },
      { ...base, cart: 1 },
    ],
    [
      'both made an object where none was',
      { ...base, n: { x: 1 } },
      { ...base, n: { y: 1 } },
      { ...base, n: { x: 1, y: 1 } },
    ],
    ['all is gone on both sides', {}, {}, {}],
    ['all is gone here', {}, { ...base, b: 1 }, { b: 1 }],
    ['all is gone there', { ...base, b: 1 }, {}, { b: 1 }],
  ];
  for (const [name, ours, theirs, merged] of table) {
    it(name, () => {
      expect(mergeChanges(base, ours, theirs)).toEqual(merged);
    });
  }

  const leaf = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.constant(null),
    fc.array(fc.nat(2), { maxLength: 2 }),
  );
  const key = fc.constantFrom('a', 'b', 'c');
  const values: fc.Arbitrary<Values> = fc.letrec<{ node: unknown; values: Values }>((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, leaf, tie('values')),
    values: fc.dictionary(key, tie('node'), { maxKeys: 3, noNullPrototype: true }),
  })).values;
  /** As a page and a store have them: what is equal to the base is the base's own part. */
  const change = (from: Values): fc.Arbitrary<Values> =>
    values.map((next) => shareEqual(from, next) as Values);
  const three = values.chain((from) => fc.tuple(fc.constant(from), change(from), change(from)));

  it('takes the side that changed where one did', () => {
    fc.assert(
      fc.property(three, ([from, next]) => {
        expect(mergeChanges(from, next, from)).toBe(next);
        expect(mergeChanges(from, from, next)).toBe(next);
      }),
    );
  });

  it('keeps every change of ours, and of theirs wherever ours has none', () => {
    const holds = (from: unknown, ours: unknown, theirs: unknown, merged: unknown): boolean => {
      if (ours === from) return isEqual(merged, theirs);
      if (!isKeyed(ours) || !isKeyed(theirs)) return isEqual(merged, ours);
      const before = isKeyed(from) ? from : {};
      return (
        isKeyed(merged) &&
        ['a', 'b', 'c'].every((name) => {
          if (theirs[name] === before[name]) return isEqual(merged[name], ours[name]);
          return holds(before[name], ours[name], theirs[name], merged[name]);
        })
      );
    };
    fc.assert(
      fc.property(three, ([from, ours, theirs]) =>
        holds(from, ours, theirs, mergeChanges(from, ours, theirs)),
      ),
    );
  });

  it('changes neither side, and freezes what it makes', () => {
    fc.assert(
      fc.property(three, ([from, ours, theirs]) => {
        const before = JSON.stringify([from, ours, theirs]);
        const merged = mergeChanges(from, ours, theirs);
        expect(JSON.stringify([from, ours, theirs])).toBe(before);
        expect(merged === ours || merged === theirs || Object.isFrozen(merged)).toBeTrue();
      }),
    );
  });

  it('never looks into what neither side has changed', () => {
    const cart = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('It was looked into.');
        },
      },
    );
    const merged = mergeChanges({ cart, a: 1 }, { cart, a: 2 }, { cart, b: 1, a: 1 }) as Values;
    expect(merged['cart'] === cart).toBeTrue();
  });
});

describe('shareEqual', () => {
  // No session has that key.
  const json = fc
    .jsonValue({ maxDepth: 3 })
    .filter((value) => !JSON.stringify(value).includes('__proto__'));

  it('is equal to what is new', () => {
    fc.assert(
      fc.property(json, json, (old, fresh) => {
        expect(isEqual(shareEqual(old, fresh), fresh)).toBeTrue();
      }),
    );
  });

  it('is the old one where they are equal', () => {
    fc.assert(
      fc.property(json, (old) => {
        expect(shareEqual(old, structuredClone(old))).toBe(old);
      }),
    );
  });

  it('has the old parts that are equal', () => {
    const old = { a: { deep: [1, { x: 1 }] }, b: { y: 1 }, list: [{ z: 1 }, { z: 2 }] };
    const shared = shareEqual(old, {
      a: { deep: [1, { x: 1 }] },
      b: { y: 2 },
      list: [{ z: 1 }, { z: 3 }],
    }) as typeof old;
    expect(shared.a).toBe(old.a);
    expect(shared.b).not.toBe(old.b);
    expect(shared.list[0]).toBe(old.list[0]);
    expect(shared.list[1]).toEqual({ z: 3 });
    expect(Object.isFrozen(shared)).toBeTrue();
  });

  it('tells a list from an object, and one key from another', () => {
    expect(shareEqual({ 0: 1 }, [1])).toEqual([1]);
    expect(shareEqual([1], { 0: 1 })).toEqual({ 0: 1 });
    expect(shareEqual({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  });
});

function isKeyed(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('addedSince', () => {
  const base = { a: 1, cart: { tea: 1, cup: { size: 2 } }, list: [1, 2] };
  const table: [name: string, ours: unknown, added: unknown][] = [
    ['nothing changed', base, undefined],
    ['something equal came', { ...base, cart: { ...base.cart } }, undefined],
    ['something was forgotten', { list: base.list }, undefined],
    ['a key came', { ...base, b: 1 }, { b: 1 }],
    [
      'a key came deep down',
      { ...base, cart: { ...base.cart, cup: { size: 2, lid: 1 } } },
      { cart: { cup: { lid: 1 } } },
    ],
    ['a value changed', { ...base, a: 2 }, { a: 2 }],
    ['a list changed', { ...base, list: [1, 2, 3] }, undefined],
    ['an object took the place of a list', { ...base, list: { x: 1 } }, { list: { x: 1 } }],
    ['a list took the place of an object', { ...base, cart: [1] }, undefined],
    ['an object took the place of a value', { ...base, a: { x: 1 } }, { a: { x: 1 } }],
  ];
  for (const [name, ours, added] of table) {
    it(`tells what remains where ${name}`, () => {
      expect(addedSince(base, ours)).toEqual(added);
    });
  }

  it('is all of it where there was nothing', () => {
    expect(addedSince({}, base)).toEqual(base);
  });
});
