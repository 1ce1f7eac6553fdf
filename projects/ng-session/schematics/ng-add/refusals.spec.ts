import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { contentsOf } from '../testing/contents-of';
import { createApp, schematics } from '../testing/schematics';
import { withFiles } from '../testing/with-files';

const CONFIG = 'src/app/app.config.ts';
const IMPORTS = `import { provideHttpClient, withFetch } from '@angular/common/http';
import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { routes } from './app.routes';
`;

describe('ng add, where no edit is safe', () => {
  let fresh: UnitTestTree;
  before(async () => {
    fresh = await createApp();
  });

  const cases: readonly { name: string; files: Record<string, string>; says: RegExp }[] = [
    {
      name: 'the application is started in no known way',
      files: { 'src/main.ts': "import { App } from './app/app';\n\nnew App();\n" },
      says: /^src\/main\.ts calls neither bootstrapApplication nor bootstrapModule\./,
    },
    {
      name: 'the configuration is made by something else',
      files: {
        'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';

const configs = [{ providers: [] }];
bootstrapApplication(App, configs[0]);
`,
      },
      says: /^The configuration that src\/main\.ts starts with was not found\./,
    },
    {
      name: 'the root module is not there',
      files: {
        'src/main.ts': `import { platformBrowser } from '@angular/platform-browser';
import { AppModule } from '@acme/app';

platformBrowser().bootstrapModule(AppModule);
`,
      },
      says: /^The root module that src\/main\.ts starts was not found\./,
    },
    {
      name: 'the providers are computed',
      files: {
        [CONFIG]: `${IMPORTS}
const base = [provideRouter(routes), provideHttpClient(withFetch())];
export const appConfig: ApplicationConfig = { providers: base.slice() };
`,
      },
      says: /^The providers in src\/app\/app\.config\.ts are no array that is written in the app/,
    },
    {
      name: 'the configuration is spread',
      files: {
        [CONFIG]: `${IMPORTS}
const base: ApplicationConfig = { providers: [provideRouter(routes)] };
export const appConfig: ApplicationConfig = { ...base };
`,
      },
      says: /^The providers in src\/app\/app\.config\.ts are no array that is written in the app/,
    },
    {
      name: 'the providers are those of a library',
      files: {
        [CONFIG]: `${IMPORTS}import { providers } from '../../projects/core/providers';

export const appConfig: ApplicationConfig = { providers };
`,
        'projects/core/providers.ts': 'export const providers = [];\n',
      },
      says: /^The providers in src\/app\/app\.config\.ts are no array that is written in the app/,
    },
    {
      name: 'the root module is that of a library',
      files: {
        'src/main.ts': `import { platformBrowser } from '@angular/platform-browser';
import { CoreModule } from '../projects/core/core-module';

platformBrowser().bootstrapModule(CoreModule);
`,
        'projects/core/core-module.ts': `import { NgModule } from '@angular/core';

@NgModule({})
export class CoreModule {}
`,
      },
      says: /^The providers in projects\/core\/core-module\.ts are no array that is written in the app/,
    },
    {
      name: 'there are two HTTP clients',
      files: {
        [CONFIG]: `${IMPORTS}
export const appConfig: ApplicationConfig = {
  providers: [routes.length > 1 ? provideHttpClient() : provideHttpClient(withFetch())],
};
`,
      },
      says: /^provideHttpClient is called several times: /,
    },
    {
      name: 'the HTTP client is set up where the providers do not lead',
      files: {
        [CONFIG]: `${IMPORTS}import { client } from './client';

export const appConfig: ApplicationConfig = { providers: [client.providers] };
`,
        'src/app/client.ts': `import { provideHttpClient } from '@angular/common/http';

class Client {
  readonly providers = [provideHttpClient()];
}
export const client = new Client();
`,
      },
      says: /^An HTTP client is set up in src\/app\/client\.ts, but not in the root providers\./,
    },
    {
      name: 'the HTTP client is that of a library',
      files: {
        [CONFIG]: `${IMPORTS}import { provideCore } from '../../projects/core/provide-core';

export const appConfig: ApplicationConfig = { providers: [provideCore()] };
`,
        'projects/core/provide-core.ts': `import { provideHttpClient } from '@angular/common/http';

export const provideCore = () => provideHttpClient();
`,
      },
      says: /^provideHttpClient is called in projects\/core\/provide-core\.ts, outside of the app/,
    },
  ];

  for (const { name, files, says } of cases) {
    it(`says what to write, when ${name}`, async () => {
      const message = await refusalOf(files);
      assert.match(message, says);
      assert.match(message, /No source was changed\./);
      assert.match(message, /provideHttpClient\(withInterceptors\(\[credentialsInterceptor, unau/);
      assert.match(message, /declare module 'ng-session'/);

      const written = "{ baseUrl: 'https://api.example.com', cache: '5m' }";
      // The kind of application that it is, where that is known.
      const main = files['src/main.ts'] ?? 'bootstrapApplication';
      assert.equal(
        message.includes(`provideNgSession(${written})`),
        !main.includes('bootstrapModule'),
      );
      assert.equal(
        message.includes(`NgSessionModule.forRoot(${written})`),
        !main.includes('bootstrapApplication'),
      );
    });
  }

  it('names the files of the application, its project and the proxy', async () => {
    const app = await createApp({ projectRoot: 'apps/shop' }, 'shop');
    const files = { 'apps/shop/src/main.ts': 'start();\n' };
    const message = await refusalOf(files, { proxy: 'http://localhost:3000' }, app);
    assert.match(message, /^3\. In apps\/shop\/src\/app\/session-user\.d\.ts:$/m);
    assert.match(message, /^4\. For ng serve, in apps\/shop\/proxy\.conf\.json, /m);
    assert.match(message, /^\{"\/api":\{"target":"http:\/\/localhost:3000"\}\}$/m);
    assert.match(message, /^5\. .* ng generate ng-session:sign-in --project=shop$/m);
  });

  /** What is said instead of an edit; nothing may be said to be done. */
  async function refusalOf(
    files: Record<string, string>,
    options: object = { cache: '5m', baseUrl: 'https://api.example.com' },
    app = fresh,
  ): Promise<string> {
    const runner = schematics();
    const said: string[] = [];
    runner.logger.subscribe(({ message }) => said.push(message));
    let refusal = '';
    await assert.rejects(
      runner.runSchematic('ng-add', options, withFiles(app, files)),
      ({ message }: Error) => {
        refusal = message;
        return true;
      },
    );
    assert.deepEqual(said, []);
    return refusal;
  }

  const wrong = [
    { baseUrl: 'api.example.com' },
    { cache: 'soon' },
    { proxy: 'localhost:3000' },
    { proxy: 'http://me@localhost' },
    { proxy: 'http://localhost:3000', baseUrl: 'https://api.example.com' },
    { project: 'other' },
  ];
  for (const options of wrong) {
    it(`refuses ${JSON.stringify(options)} before it changes anything`, async () => {
      const tree = withFiles(fresh, {});
      const earlier = contentsOf(tree);
      const runner = schematics();
      const said: string[] = [];
      runner.logger.subscribe(({ message }) => said.push(message));
      await assert.rejects(runner.runSchematic('ng-add', options, tree));
      assert.deepEqual(said, []);
      assert.deepEqual(contentsOf(tree), earlier);
    });
  }
});
