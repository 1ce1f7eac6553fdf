import fc from 'fast-check';
import { toKept } from '../to-kept';
import { type SchemaVersion, UselessRecord, readRecord, writeRecord } from './session-record';
import { fromStored, toStored } from './stored-values';

const schema = (version = 0, migrate?: SchemaVersion['migrate']): SchemaVersion => ({
  version,
  migrate,
});

/** What a session keeps, with keys that the library uses for itself. */
const kept: fc.Arbitrary<object> = fc
  .letrec<{ node: unknown; values: object }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.bigInt(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('node'), { maxLength: 3 }),
      tie('values'),
    ),
    values: fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('$bigint', '$owner', '$version', '$$owner', '$', '$$')),
      tie('node'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  }))
  .values.filter((values) => isKeepable(values));

describe('Stored values', () => {
  it('come back as they were, from JSON', () => {
    fc.assert(
      fc.property(kept, (values) => {
        const json = JSON.stringify(toStored(values));
        expect(fromStored(JSON.parse(json) as Record<string, unknown>)).toEqual(values);
      }),
    );
  });

  it('come back frozen', () => {
    const read = fromStored({ a: { b: [{ c: 1 }] } }) as { a: { b: [object] } };
    expect([read, read.a, read.a.b, read.a.b[0]].every(Object.isFrozen)).toBeTrue();
  });

  it('tell a bigint from what looks like one', () => {
    const table: [object, string][] = [
      [{ a: 5n }, '{"a":{"$bigint":"5"}}'],
      [{ a: -(2n ** 70n) }, '{"a":{"$bigint":"-1180591620717411303424"}}'],
      [{ a: { $bigint: '5' } }, '{"a":{"$bigint":{"$bigint":"5"}}}'],
      [{ a: { $bigint: 5n } }, '{"a":{"$bigint":{"$bigint":{"$bigint":"5"}}}}'],
    ];
    for (const [values, json] of table) {
      expect(JSON.stringify(toStored(values))).toBe(json);
      expect(fromStored(JSON.parse(json) as Record<string, unknown>)).toEqual(values);
    }
  });
});

describe('A session record', () => {
  it('comes back as it was, whatever its keys are', () => {
    fc.assert(
      fc.property(
        kept,
        fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
        fc.nat(3),
        (values, owner, version) => {
          const json = JSON.stringify(writeRecord({ values, owner }, schema(version)));
          expect(readRecord(JSON.parse(json), schema(version))).toEqual({ values, owner });
        },
      ),
    );
  });

  it('is what a server would read, without anything that is not needed', () => {
    expect(writeRecord({ values: { cart: [1] }, owner: undefined }, schema())).toEqual({
      cart: [1],
    });
  });

  it('brings on an older version with what the app knows of it', () => {
    const migrate = jasmine
      .createSpy<NonNullable<SchemaVersion['migrate']>>('migrate')
      .and.callFake(({ old }) => ({ fresh: old }));
    expect(readRecord({ old: 1, $owner: 'x', $version: 1 }, schema(3, migrate))).toEqual({
      values: { fresh: 1 },
      owner: 'x',
    });
    expect(migrate).toHaveBeenCalledOnceWith({ old: 1 }, 1);
  });

  const useless: [string, unknown, SchemaVersion][] = [
    ['a string', 'text', schema()],
    ['a list', [1], schema()],
    ['a number', 5, schema()],
    ['undefined', undefined, schema()],
    ['a key that every object inherits', JSON.parse('{"__proto__":{"x":1}}') as unknown, schema()],
    ['such a key further down', { a: { constructor: 1 } }, schema()],
    ['a bigint that is none', { a: { $bigint: 'five' } }, schema()],
    ['a bigint of nothing', { a: { $bigint: null } }, schema()],
    ['a version that is none', { $version: 'two' }, schema()],
    ['an earlier version', { a: 1 }, schema(1)],
  ];
  for (const [name, stored, its] of useless) {
    it(`is of no use to anybody as ${name}`, () => {
      expect(() => readRecord(stored, its)).toThrowError(UselessRecord);
    });
  }

  it('has nothing under `user`, which only the live user is under', () => {
    const migrate: SchemaVersion['migrate'] = (data) => ({ ...data, user: { name: 'Mallory' } });
    for (const its of [schema(), schema(1, migrate)]) {
      expect(readRecord({ user: { name: 'Mallory' }, a: 1 }, its).values).toEqual({ a: 1 });
    }
  });

  it('keeps what waits for somebody beside the values, as it was', () => {
    const withheld = { secret: 1, $owner: 'ada', $$dollar: 2, $version: 1 };
    const record = { values: { $withheld: 1, a: 1 }, owner: undefined, withheld };
    expect(readRecord(writeRecord(record, schema(3)), schema(3))).toEqual(record);
  });

  const ofUseLater: [string, unknown, SchemaVersion][] = [
    ['a later version', { $version: 2 }, schema(1, (data) => data)],
    [
      'what migrate throws for',
      { a: 1 },
      schema(1, () => {
        throw new Error('a mistake');
      }),
    ],
    ['what migrate makes nothing of', { a: 1 }, schema(1, () => undefined as never)],
    [
      'what migrate makes something of that can not be kept',
      { a: 1 },
      schema(1, () => ({ now: () => 1 })),
    ],
  ];
  for (const [name, stored, its] of ofUseLater) {
    it(`is of use to another version of the app as ${name}`, () => {
      const error = thrownBy(() => readRecord(stored, its));
      expect(error).not.toBeInstanceOf(UselessRecord);
      expect(error).toEqual(jasmine.objectContaining({ code: 'store' }));
    });
  }
});

function isKeepable(values: object): boolean {
  try {
    toKept(values);
    return true;
  } catch {
    return false;
  }
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
