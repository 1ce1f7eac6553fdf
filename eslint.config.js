import javascript from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores, includeIgnoreFile } from 'eslint/config';
import typescript from 'typescript-eslint';

import { layerRules } from './scripts/lint/layer-rules.js';
import { restrictedGlobals } from './scripts/lint/restricted-globals.js';
import { workspacePath } from './scripts/workspace-path.ts';

const LIBRARY = 'projects/ng-session/src';
const TESTING = 'projects/ng-session/testing';
const SPECS = [
  '**/*.spec.ts',
  'projects/ng-session/spec/**/*.ts',
  'projects/ng-session-express/src/**/testing/**/*.ts',
];
const SCHEMATICS = 'projects/ng-session/schematics/**/*.ts';
const ANGULAR = [
  'projects/ng-session/**/*.ts',
  'projects/demo/**/*.ts',
  'scripts/bundle/apps/**/*.ts',
  'bench/page/**/*.ts',
  'docs/examples/**/*.ts',
];

export default defineConfig(
  includeIgnoreFile(workspacePath('.gitignore')),
  globalIgnores(['integration/quick-start/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    name: 'every script',
    files: ['**/*.ts', '**/*.js'],
    extends: [
      javascript.configs.recommended,
      typescript.configs.strictTypeChecked,
      typescript.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // process.env['PORT'] keeps apart what is known to exist from what may.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // node:test waits for its tests by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
          ],
        },
      ],
      // It does not know Promise.withResolvers<void>().
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Dependency injection hands out what implements a class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // An empty variable of the environment is one that is not set.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // What a callback hands over as its error may be anything.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    name: 'Express',
    files: [
      'projects/demo-api/**/*.ts',
      'projects/ng-session-express/**/*.ts',
      'docs/examples/express/**/*.ts',
    ],
    rules: {
      // `return next()` is how Express is written.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An async method of a port makes a rejection of what it throws, whether or not it waits.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    name: 'plain JavaScript',
    files: ['**/*.js'],
    extends: [typescript.configs.disableTypeChecked],
  },

  {
    name: 'Angular',
    files: ANGULAR,
    ignores: [SCHEMATICS],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/no-duplicates-in-metadata-arrays': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/prefer-host-metadata-property': 'error',
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  {
    name: 'templates',
    files: ['**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    name: 'selectors of the demo',
    files: ['projects/demo/**/*.ts'],
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'demo', style: 'kebab-case' },
      ],
    },
  },

  {
    name: 'the library',
    files: [`${LIBRARY}/**/*.ts`, `${TESTING}/**/*.ts`],
    ignores: SPECS,
    rules: {
      '@angular-eslint/no-developer-preview': 'error',
      '@angular-eslint/no-experimental': 'error',
      // A signal input costs a gate half of its speed.
      '@angular-eslint/prefer-signals': ['error', { preferInputSignals: false }],
      'no-restricted-globals': restrictedGlobals,
    },
  },
  { ...layerRules(`${LIBRARY}/lib`), ignores: SPECS },
  {
    name: 'the entry point for tests',
    files: [`${TESTING}/**/*.ts`],
    ignores: SPECS,
    rules: {
      // By its path, the library would be bundled a second time, with a state of its own.
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.\\./', message: "Import from 'ng-session'." }] },
      ],
    },
  },

  {
    name: 'specs',
    files: SPECS,
    rules: {
      // A focused test hides all the others.
      'no-restricted-globals': ['error', 'fdescribe', 'fit'],
      '@angular-eslint/prefer-standalone': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/require-await': 'off',
      // What a set-up returns is made of closures.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
);
