import fc from 'fast-check';
import { ValueTree } from './value-tree';

type Change = readonly [path: readonly string[], value: unknown];

const segment = fc.constantFrom('a', 'b', '0', '1', '3');
const value = fc.oneof(
  fc.constant(undefined),
  fc.integer(),
  fc.constantFrom({}, [], { a: { b: 1 } }, [[1], { a: 2 }]),
);
const changes = fc.array(fc.tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), value), {
  maxLength: 30,
});

/** The same change by copying everything, or `null` where the path leads nowhere. */
function changed(node: unknown, [first, ...rest]: readonly string[], put: unknown): unknown {
  if (first === undefined) return put;
  const isIndex = /^\d+$/.test(first);
  const copy: unknown = structuredClone(node) ?? (isIndex ? [] : {});
  if (typeof copy !== 'object' || (Array.isArray(copy) && !isIndex)) throw new Error('No way.');
  const keyed = copy as Record<string, unknown>;
  const part = changed(keyed[first], rest, put);
  if (Array.isArray(copy)) {
    if (part === undefined) copy.splice(+first, 1);
    else for (let gap = copy.length; gap < +first; gap++) copy.push(null);
  } else if (part === undefined) Reflect.deleteProperty(keyed, first);
  if (part !== undefined) keyed[first] = part;
  return copy;
}

describe('ValueTree', () => {
  it('holds what one would hold that copies everything at each change', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const tree = new ValueTree({});
        let model: unknown = {};
        for (const [path, put] of all) {
          let next: unknown;
          try {
            next = changed(model, path, put);
          } catch {
            expect(() => {
              tree.write(path, put);
            }).toThrow();
            continue;
          }
          tree.write(path, put);
          model = next;
        }
        expect(tree.find([])).toEqual(model);
      }),
    );
  });

  it('never changes what was read, and gives the same object while nothing has changed', () => {
    fc.assert(
      fc.property(changes, changes, (before, after) => {
        const tree = new ValueTree({});
        const write = ([path, put]: Change): void => {
          try {
            tree.write(path, put);
          } catch {
            // It leads through a value that holds no keys.
          }
        };
        before.forEach(write);
        const read = tree.find([]);
        const copy = structuredClone(read);
        expect(tree.find([])).toBe(read);
        after.forEach(write);
        expect(read).toEqual(copy);
      }),
    );
  });

  it('leaves the object it begins with as it is', () => {
    const given = { user: { name: 'Ada', tags: ['a'] } };
    const tree = new ValueTree(given);
    tree.write(['user', 'tags', '1'], 'b');
    expect(given).toEqual({ user: { name: 'Ada', tags: ['a'] } });
    expect(tree.find(['user'])).toEqual({ name: 'Ada', tags: ['a', 'b'] });
  });
});
