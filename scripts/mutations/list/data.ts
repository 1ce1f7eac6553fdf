import { mutationsOf } from '../mutation.ts';

export const DATA_MUTATIONS = [
  ...mutationsOf('data/session-data.ts', 'session-data', [
    [
      'the default takes the place of null',
      'return this.#treeOf(segments).find(segments, defaultValue);',
      'return this.#treeOf(segments).find(segments, defaultValue) ?? defaultValue;',
    ],
    [
      'the default takes the place of 0 and false',
      'return this.#treeOf(segments).find(segments, defaultValue);',
      'return this.#treeOf(segments).find(segments, defaultValue) || defaultValue;',
    ],
    [
      'what is empty does not exist',
      'return this.get(path, this) !== this;',
      'return !!this.get(path);',
    ],
    ['what is put is not copied', 'this.#write(path, toKept(value))', 'this.#write(path, value)'],
    ['nothing is cleared', 'this.kept.replace(NOTHING);', ''],
    ['a change is told to nobody', ', { equal: () => false }', ''],
    ['the empty data can be written to', 'Object.freeze({})', '{}'],
    [
      'a change depends on what it changes',
      'untracked(() => this.#treeOf(segments))',
      'this.#treeOf(segments)',
    ],
    [
      'the user is kept with the data',
      'else this.#values.set(tree);',
      'this.#values.set(tree);',
      'session-service.user',
    ],
    [
      'user is a key like any other',
      "if (first !== 'user') return this.#values();",
      'return this.#values();',
      'session-service.user',
    ],
    [
      'nobody is an empty user',
      'user ? { user } : NOTHING',
      '{ user: user ?? {} }',
      'session-service.user',
    ],
    ['a bigint takes a part', ' && Number.isInteger(n)', ''],
    [
      'what is no number is counted',
      "typeof value === 'number' ? value + n : NaN",
      '(value as number) + n',
    ],
    ['what is taken stays', 'this.forget(path);\n    return value;', 'return value;'],
    [
      'to take what is there depends on it',
      'untracked(() => this.get(path, defaultValue))',
      'this.get(path, defaultValue)',
    ],
    [
      'to count depends on what is counted',
      'untracked(() => this.get(path, 0))',
      'this.get(path, 0)',
    ],
    [
      'an unsafe path is selected',
      'const segments = toSegments(path);\n    return computed(() => this.#find(segments));',
      'return computed(() => this.#find(toSegments(path)));',
    ],
    ['the id stays', 'this.kept.id.set(randomId());', ''],
    [
      'what is stored counts as modified',
      'this.all() !== this.kept.stored()',
      'this.all() !== NOTHING',
    ],
    [
      'half a user is made out of nobody',
      "segments.length > 1 && !tree.find(['user'])",
      'false',
      'session-service.user',
    ],
    [
      'to forget what is not there changes something',
      'if (value === undefined && tree.find(segments) === undefined) return;',
      '',
    ],
  ]),

  ...mutationsOf('data/session-path.ts', 'session-data', [
    ['an empty path is allowed', '!segments.length || ', ''],
    ['empty segments are allowed', 'segment && isSafeKey(segment)', 'isSafeKey(segment)'],
    ['unsafe segments are allowed', 'segment && isSafeKey(segment)', 'segment'],
    [
      'only the first segment is checked',
      'segments.every((segment) => segment && isSafeKey(segment))',
      'segments[0] && isSafeKey(segments[0])',
    ],
    [
      'what is no path is spelled out',
      'Array.isArray(path)\n        ? Array.from(path, toSegment)\n        : []',
      '[String(path)]',
    ],
    ['a path may have holes', 'Array.from(path, toSegment)', 'Array.from(path, String)'],
    ['inherited names are allowed', '!(key in {})', "key !== '__proto__'"],
    ['__proto__ is allowed', '!(key in {})', "(key === '__proto__' || !(key in {}))"],
    ['constructor is allowed', '!(key in {})', "(key === 'constructor' || !(key in {}))"],
    ['prototype is allowed', " && key !== 'prototype'", ''],
    ['01 is an index', '/^(0|[1-9]\\d*)$/', '/^\\d+$/'],
    ['1e3 is an index', '/^(0|[1-9]\\d*)$/.test(segment)', 'Number.isInteger(+segment)'],
    ['a path has no end', ' || segments.length > MAX_DEPTH', ''],
  ]),

  ...mutationsOf('data/value-tree.ts', 'session-data', [
    ['a gap has no limit', '|| +segment > draft.length + MAX_GAP', ''],
    ['a gap may be one wider', 'draft.length + MAX_GAP', 'draft.length + MAX_GAP + 1'],
    ['a gap may be one less', 'draft.length + MAX_GAP', 'draft.length + MAX_GAP - 1'],
    ['lists take keys that are no index', '!isIndex(segment) || ', ''],
    ['lists get holes', 'while (isList && draft.length < +segment) draft.push(null);', ''],
    ['lists answer with what is no index', '&& (!Array.isArray(node) || isIndex(segment))', ''],
    [
      'inherited keys are found',
      'Object.hasOwn(node, segment)',
      'segment in node',
      'session-service.user',
    ],
    [
      'strings have keys',
      "typeof node === 'object' && node !== null;",
      'node !== null && node !== undefined;',
    ],
    ['what was put is written in place', 'Object.assign(isList ? [] : {}, node)', 'node ?? {}'],
    ['values without keys are overwritten', '(node ?? null) !== null', 'false'],
    ['null leads nowhere', '(node ?? null) !== null', 'node !== undefined'],
    ['a forgotten item leaves a hole', 'draft.splice(+segment, 1)', 'delete draft[+segment]'],
    [
      'what lies beside a path is copied',
      'Object.assign(isList ? [] : {}, node)',
      'structuredClone(node ?? (isList ? [] : {}))',
    ],
    ['what was read is read again after a change', 'this.#drafts.set(draft, null);', ''],
    ['what is read is copied each time', 'if (last) return last;', '', 'value-tree'],
    ['a draft is read as it is', 'if (last === undefined) return node;', 'return node;'],
    [
      'a change that is refused is half done',
      'const part = this.#written(',
      'this.#drafts.set(draft, null);\n    this.#root = draft;\n    const part = this.#written(',
    ],
  ]),

  ...mutationsOf('data/to-kept.ts', 'session-data', [
    ['bigints are refused', 'string|bigint|boolean', 'string|boolean'],
    ['functions are kept', 'string|bigint|boolean', 'string|bigint|boolean|function'],
    ['symbols are kept', 'string|bigint|boolean', 'string|bigint|boolean|symbol'],
    ['undefined is kept', 'string|bigint|boolean', 'string|bigint|boolean|undefined'],
    ['NaN and Infinity are kept', 'Number.isFinite(value)', "typeof value === 'number'"],
    ['dates are kept as they are', 'return value.toISOString();', 'return value;'],
    ['dates that are none throw of themselves', 'if (!isNaN(+value)) ', ''],
    [
      'cycles and depth have no end',
      '!parents.includes(value) && parents.length < MAX_DEPTH',
      'true',
    ],
    ['depth has no end', ' && parents.length < MAX_DEPTH', ''],
    [
      'an object may not be there twice',
      'const above = [...parents, value];',
      'const above = parents as unknown[];\n    above.push(value);',
    ],
    ['instances of classes are kept', 'isPlainObject(value) && Object.keys', 'Object.keys'],
    ['unsafe keys are kept', ' && Object.keys(value).every(isSafeKey)', ''],
  ]),

  ...mutationsOf('data/frozen-copy.ts', 'session-data', [
    ['copies are not frozen', 'return Object.freeze(\n', 'return Object(\n'],
    ['an undefined item is refused', 'item ?? null', 'item'],
    ['an undefined property is refused', '.filter(([, part]) => part !== undefined)', ''],
  ]),
];
