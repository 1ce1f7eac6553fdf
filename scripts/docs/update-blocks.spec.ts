import assert from 'node:assert/strict';
import { test } from 'node:test';

import { updateBlocks } from './update-blocks.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.ts': 'const a = `$&`;\n// #region b\nconst b = 2;\n\nconst c = 3;\n// #endregion b\n',
};

function read(file: string): string {
  const source = FILES[file];
  if (source === undefined) throw new Error('is not there');
  return source;
}

const update = (text: string) => updateBlocks(text, read);

test('writes what the source says, as it is', () => {
  const { markdown, problems } = update('# A\n\n```ts file=a.ts\nold\n```\n\nText.\n');
  assert.equal(
    markdown,
    '# A\n\n```ts file=a.ts\nconst a = `$&`;\nconst b = 2;\n\nconst c = 3;\n```\n\nText.\n',
  );
  assert.deepEqual(problems, []);
});

test('fills an empty block, in a list as well', () => {
  const { markdown } = update('1. One\n\n   ```ts file=a.ts#b\n   ```\n');
  assert.equal(
    markdown,
    '1. One\n\n   ```ts file=a.ts#b\n   const b = 2;\n\n   const c = 3;\n   ```\n',
  );
});

test('changes nothing when nothing has changed', () => {
  const { markdown } = update('```ts file=a.ts#b\n\n```\n\n```ts file=a.ts\n```\n');
  assert.equal(update(markdown).markdown, markdown);
});

test('leaves alone what is typed: shell, HTTP, a block within a block', () => {
  const text = '```sh\nnpm ci\n```\n\n````md\n```ts\nold\n```\n````\n';
  assert.deepEqual(update(text), { markdown: text, problems: [] });
});

test('tells of a block without a source, and of a source that is not there, with the line', () => {
  const text = '# A\n\n```ts\nold\n```\n\n```html file=b.html\n```\n\n```ts file=a.ts#c\n```\n';
  assert.deepEqual(update(text), {
    markdown: text,
    problems: [
      '3: the ts block names no source: ```ts file=path#region',
      '7: b.html is not there',
      '10: a.ts has no "#region c" that "#endregion c" closes',
    ],
  });
});
