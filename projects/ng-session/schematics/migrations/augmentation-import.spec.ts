import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { applyEdits } from '../utility/apply-edits';
import { augmentationImport } from './augmentation-import';

const USER = `declare module 'ng-session' {\n  interface SessionUser {\n    id: number;\n  }\n}\n`;
const IMPORT = `import 'ng-session';\n\n`;

const CHANGED: readonly { title: string; before: string; after: string }[] = [
  { title: 'an augmentation alone', before: USER, after: IMPORT + USER },
  {
    title: 'values, and types beside them',
    before: `declare module 'ng-session' {\n  type Theme = 'light';\n  interface SessionValues { theme: Theme }\n}\n`,
    after: `${IMPORT}declare module 'ng-session' {\n  type Theme = 'light';\n  interface SessionValues { theme: Theme }\n}\n`,
  },
  { title: 'two augmentations', before: USER + USER, after: IMPORT + USER + USER },
  {
    title: 'double quotes',
    before: USER.replaceAll("'", '"'),
    after: (IMPORT + USER).replaceAll("'", '"'),
  },
  {
    title: 'line ends of Windows',
    before: USER.replaceAll('\n', '\r\n'),
    after: (IMPORT + USER).replaceAll('\n', '\r\n'),
  },
  {
    title: 'a comment about the declaration',
    before: `/** The user. */\n${USER}`,
    after: `${IMPORT}/** The user. */\n${USER}`,
  },
  {
    title: 'a licence above',
    before: `/* Licence */\n\n// The user.\n${USER}`,
    after: `/* Licence */\n\n${IMPORT}// The user.\n${USER}`,
  },
  {
    title: 'a reference, which has to come first',
    before: `/// <reference types="node" />\n${USER}`,
    after: `/// <reference types="node" />\n${IMPORT}${USER}`,
  },
  {
    title: 'a switch of the compiler, which has to come first',
    before: `// @ts-nocheck\n// The user.\n${USER}`,
    after: `// @ts-nocheck\n${IMPORT}// The user.\n${USER}`,
  },
];

describe('augmentationImport mends', () => {
  for (const { title, before, after } of CHANGED) {
    it(title, () => {
      const edit = augmentationImport('src/session-user.ts', before);
      assert.ok(edit !== null && edit !== 'by hand');
      assert.equal(applyEdits(before, [edit]), after);
      assert.equal(augmentationImport('src/session-user.ts', after), null);
    });
  }
});

const LEFT: readonly { title: string; text: string }[] = [
  { title: 'an empty file', text: '' },
  { title: 'a file with the import', text: IMPORT + USER },
  { title: 'a module by another import', text: `import { Role } from './role';\n${USER}` },
  { title: 'a module by an export', text: `${USER}export {};\n` },
  { title: 'a module by an exported type', text: `export type Id = number;\n${USER}` },
  { title: 'types for the tests', text: USER.replace('ng-session', 'ng-session/testing') },
  { title: 'types for another package', text: USER.replace('ng-session', 'my-session') },
  { title: 'a stand-in without types', text: `declare module 'ng-session';\n` },
  {
    title: 'a stand-in with types of its own',
    text: `declare module 'ng-session' {\n  interface SessionUser {}\n  class SessionService {}\n}\n`,
  },
  { title: 'other interfaces', text: USER.replace('SessionUser', 'Other') },
  { title: 'a namespace', text: `declare namespace ngSession {\n  interface SessionUser {}\n}\n` },
  { title: 'a file that only speaks of it', text: `// declare module 'ng-session' { … }\n` },
  { title: 'a file with a syntax error', text: USER.replace('number;', 'number; }}') },
  { title: 'a file with a half of it', text: USER.slice(0, -3) },
];

describe('augmentationImport leaves', () => {
  for (const { title, text } of LEFT) {
    it(title, () => {
      assert.equal(augmentationImport('src/session-user.ts', text), null);
    });
  }
});

describe('augmentationImport leaves to a person', () => {
  for (const other of [
    `declare const VERSION: string;\n`,
    `interface Window {\n  version: string;\n}\n`,
    `declare module '*.svg';\n`,
  ]) {
    it(`a file that also has ${other.trim()}`, () => {
      assert.equal(augmentationImport('src/types.d.ts', USER + other), 'by hand');
      assert.equal(augmentationImport('src/types.d.ts', other + USER), 'by hand');
    });
  }
});
