import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { contentsOf } from '../testing/contents-of';
import { createApp } from '../testing/schematics';
import { withFiles } from '../testing/with-files';
import { findProject } from '../utility/find-project';
import { addProxy, missingProxy, toProxy } from './add-proxy';

const PROXY = { path: '/api', target: 'http://localhost:3000' };

describe('toProxy', () => {
  const table = [
    [undefined, {}, undefined],
    ['', {}, undefined],
    ['http://localhost:3000', {}, PROXY],
    ['http://localhost:3000', { baseUrl: '/backend/' }, { ...PROXY, path: '/backend' }],
    ['http://localhost:3000', { baseUrl: '/' }, PROXY],
  ] as const;
  for (const [target, config, proxy] of table) {
    it(`takes ${String(target)} and ${JSON.stringify(config)}`, () => {
      assert.deepEqual(toProxy(target, config), proxy);
    });
  }
});

describe('addProxy', () => {
  let fresh: UnitTestTree;
  before(async () => {
    fresh = await createApp();
  });

  /** Runs it on an application that has this file configured. */
  async function run(files: Record<string, string>, proxyConfig?: string) {
    const workspace = fresh.readText('angular.json');
    const configured = workspace.replace(
      '"builder": "@angular/build:dev-server",',
      `$& "options": { "proxyConfig": "${proxyConfig ?? ''}" },`,
    );
    const tree = withFiles(fresh, {
      ...files,
      ...(proxyConfig !== undefined && { 'angular.json': configured }),
    });
    const earlier = contentsOf(tree);
    const said = await addProxy(tree, await findProject(tree), PROXY);
    return { tree, earlier, said: said.join('\n') };
  }

  it('writes a file and names it in angular.json, once', async () => {
    const { tree, said } = await run({});
    const { projects } = tree.readJson('angular.json') as {
      projects: { app: { architect: { serve: { options: unknown } } } };
    };
    assert.deepEqual(projects.app.architect.serve.options, { proxyConfig: 'proxy.conf.json' });
    assert.deepEqual(tree.readJson('proxy.conf.json'), { '/api': { target: PROXY.target } });
    assert.equal(said, 'proxy.conf.json: ng serve passes /api on to http://localhost:3000.');

    const earlier = contentsOf(tree);
    await addProxy(tree, await findProject(tree), PROXY);
    assert.deepEqual(contentsOf(tree), earlier);
  });

  it('keeps what else is in the file, with its comments', async () => {
    const { tree } = await run(
      { 'dev.json': '{\n  // Pictures\n  "/img": { "target": "x" }\n}\n' },
      'dev.json',
    );
    const source = tree.readText('dev.json');
    assert.match(source, /\/\/ Pictures\n {2}"\/img": \{\s+"target": "x"\s+\},\n {2}"\/api": \{/);
    assert.ok(!tree.exists('proxy.conf.json'));
  });

  const kept = [
    ['an entry of the same path', 'dev.json', '{ "/api": { "target": "https://x.example" } }'],
    ['an entry of a pattern', 'dev.json', '{ "/api/**": { "target": "https://x.example" } }'],
    ['a list', 'dev.json', '[{ "context": ["/api"], "target": "https://x.example" }]'],
    ['a script', 'dev.mjs', 'export default {};\n'],
  ] as const;
  for (const [name, file, content] of kept) {
    it(`leaves ${name} as it is, and says so`, async () => {
      const { tree, earlier, said } = await run({ [file]: content }, file);
      assert.deepEqual(contentsOf(tree), earlier);
      assert.match(said, new RegExp(`^${file} .*stays as it is`));
    });
  }

  it('leaves a list as it is that is not configured yet, and says what to do', async () => {
    const { tree, earlier, said } = await run({ 'proxy.conf.json': '[]\n' });
    assert.deepEqual(contentsOf(tree), earlier);
    assert.match(
      said,
      /^proxy\.conf\.json stays as it is, .* Add "\/api": .*"proxyConfig": "proxy/,
    );
  });

  it('says what to do where there is no dev server', async () => {
    const workspace = fresh.readText('angular.json').replace('"serve"', '"dev"');
    const { said } = await run({ 'angular.json': workspace });
    assert.match(
      said,
      /^angular\.json: app has no serve target; add a proxy for "\/api": \{"target":/,
    );
  });
});

describe('missingProxy', () => {
  it('is said until there is one, and for an API on the origin of the app alone', async () => {
    const tree = await createApp();
    const project = await findProject(tree);
    assert.match((await missingProxy(tree, project, {})).join(), /--proxy http:/);
    assert.match((await missingProxy(tree, project, { baseUrl: '/v1' })).join(), /--proxy http:/);
    assert.deepEqual(await missingProxy(tree, project, { baseUrl: 'https://api.example.com' }), []);

    await addProxy(tree, project, PROXY);
    assert.deepEqual(await missingProxy(tree, project, {}), []);
  });
});
