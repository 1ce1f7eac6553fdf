import { HostTree, type Tree } from '@angular-devkit/schematics';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { findApp } from './find-app';

const BROWSER = '@angular/platform-browser';
const CONFIG = 'export const config = { providers: [] };\n';

/** An application in `apps/shop`, of these files. */
function appOf(files: Record<string, string>, build: object = {}): Tree {
  const tree = new HostTree();
  const shop = {
    projectType: 'application',
    root: 'apps/shop',
    sourceRoot: 'apps/shop/code',
    architect: { build: { builder: '@angular/build:application', options: build } },
  };
  tree.create('angular.json', JSON.stringify({ version: 1, projects: { shop } }));
  for (const [path, content] of Object.entries(files)) tree.create(path, content);
  return tree;
}

function mainWith(config: string, imports = ''): string {
  return `import { bootstrapApplication } from '${BROWSER}';\n${imports}\nbootstrapApplication(App, ${config});\n`;
}

describe('findApp', () => {
  const CODE = 'apps/shop/code';
  const table: readonly {
    name: string;
    files: Record<string, string>;
    build?: object;
    configPath: string;
  }[] = [
    {
      name: 'the main file by default, and a configuration in it',
      files: { [`${CODE}/main.ts`]: mainWith('{ providers: [] }') },
      configPath: `${CODE}/main.ts`,
    },
    {
      name: 'the main file that is configured',
      files: { 'apps/shop/start.ts': mainWith('{ providers: [] }') },
      build: { browser: 'apps/shop/start.ts' },
      configPath: 'apps/shop/start.ts',
    },
    {
      name: 'the main file of an older builder',
      files: { 'apps/shop/start.ts': mainWith('{ providers: [] }') },
      build: { main: './apps/shop/start.ts' },
      configPath: 'apps/shop/start.ts',
    },
    {
      name: 'no configuration, where it would be',
      files: {
        [`${CODE}/main.ts`]: `import { bootstrapApplication as b } from '${BROWSER}';\nb(App);\n`,
      },
      configPath: `${CODE}/main.ts`,
    },
    {
      name: 'a file that is loaded later',
      files: {
        [`${CODE}/main.ts`]: "init().then(() => import('./bootstrap'));\n",
        [`${CODE}/bootstrap.ts`]: mainWith('{ providers: [] }'),
      },
      configPath: `${CODE}/bootstrap.ts`,
    },
    {
      name: 'a configuration under a path of tsconfig.json',
      files: {
        [`${CODE}/main.ts`]: mainWith('config', "import { config } from '@shop/config';"),
        [`${CODE}/app/config.ts`]: CONFIG,
        'apps/shop/tsconfig.app.json': '{ "extends": "../../tsconfig.json" }',
        'tsconfig.json': `{ /* all */ "compilerOptions": { "paths": { "@shop/*": ["./${CODE}/app/*"] } } }`,
      },
      configPath: `${CODE}/app/config.ts`,
    },
    {
      name: 'a configuration that files pass on, in a circle too',
      files: {
        [`${CODE}/main.ts`]: mainWith('config', "import { config } from './app';"),
        [`${CODE}/app/index.ts`]: "export * from './circle';\nexport { config } from './config';\n",
        [`${CODE}/app/circle.ts`]: "export * from '.';\n",
        [`${CODE}/app/config.ts`]: CONFIG,
      },
      configPath: `${CODE}/app/config.ts`,
    },
    {
      name: 'a configuration in the block around',
      files: {
        [`${CODE}/main.ts`]: `import { bootstrapApplication } from '${BROWSER}';
function start() {
  const config = { providers: [] };
  bootstrapApplication(App, config);
}
`,
      },
      configPath: `${CODE}/main.ts`,
    },
  ];
  for (const { name, files, build, configPath } of table) {
    it(`finds ${name}`, async () => {
      const app = await findApp(appOf(files, build));
      assert.ok(app.kind === 'standalone');
      const place = app.config ?? app.bootstrap;
      assert.equal(place.getSourceFile().fileName, configPath);
      assert.equal(app.sourceRoot, CODE);
    });
  }

  for (const platform of ['platformBrowser', 'platformBrowserDynamic']) {
    it(`finds the root module that ${platform} starts`, async () => {
      const from = platform === 'platformBrowser' ? BROWSER : `${BROWSER}-dynamic`;
      const app = await findApp(
        appOf({
          [`${CODE}/main.ts`]: `import { ${platform} } from '${from}';
import Root from './app/root';

${platform}().bootstrapModule(Root, { applicationProviders: [] });
`,
          [`${CODE}/app/root.ts`]: `import * as core from '@angular/core';

@core.NgModule({ imports: [] })
export default class Root {}
`,
        }),
      );
      assert.ok(app.kind === 'ng-module');
      assert.equal(app.metadata.getSourceFile().fileName, `${CODE}/app/root.ts`);
    });
  }

  const lost: readonly (readonly [name: string, main: string])[] = [
    ['one of another package', mainWith('config', "import { config } from '@acme/config';")],
    [
      'a parameter',
      `import { bootstrapApplication } from '${BROWSER}';
const config = { providers: [] };
export const start = (config: object) => bootstrapApplication(App, config);
`,
    ],
    ['one that may change', mainWith('config', 'let config = { providers: [] };')],
    ['constants in a circle', mainWith('a', 'const a = b;\nconst b = a;')],
    [
      'a function with conditions',
      mainWith('make()', 'function make() {\n  if (x) return y;\n  return { providers: [] };\n}'),
    ],
  ];
  for (const [name, main] of lost) {
    it(`does not take ${name} for the configuration`, async () => {
      await assert.rejects(findApp(appOf({ [`${CODE}/main.ts`]: main })), {
        message: `The configuration that ${CODE}/main.ts starts with was not found.`,
      });
    });
  }

  it('says that the main file is not there', async () => {
    await assert.rejects(findApp(appOf({})), {
      message: `The main file ${CODE}/main.ts does not exist.`,
    });
  });
});
