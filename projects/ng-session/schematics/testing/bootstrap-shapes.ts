import { type AppShape, OURS } from './app-shape';

const MAIN = 'src/main.ts';
const CONFIG = 'src/app/app.config.ts';
const ADDED = `provideHttpClient(withInterceptors([${OURS}])), provideNgSession()`;

const IMPORTS = `import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
`;

/** The ways in which a standalone application is started. */
export const BOOTSTRAP_SHAPES: readonly AppShape[] = [
  {
    name: 'without a configuration',
    files: { [MAIN]: `${IMPORTS}\nbootstrapApplication(App);\n` },
    path: MAIN,
    becomes: `bootstrapApplication(App, { providers: [${ADDED}] });`,
  },
  {
    name: 'with the configuration in place',
    files: { [MAIN]: `${IMPORTS}\nbootstrapApplication(App, { providers: [] });\n` },
    path: MAIN,
    becomes: `bootstrapApplication(App, { providers: [${ADDED}] });`,
  },
  {
    name: 'with a merged configuration',
    files: {
      [MAIN]: `import { mergeApplicationConfig } from '@angular/core';
${IMPORTS}import { appConfig } from './app/app.config';

const browserConfig = mergeApplicationConfig(appConfig, { providers: [] });
bootstrapApplication(App, browserConfig);
`,
      [CONFIG]: `import { type ApplicationConfig } from '@angular/core';

export const appConfig: ApplicationConfig = { providers: [] };
`,
    },
    path: CONFIG,
    becomes: `providers: [${ADDED}]`,
  },
  {
    name: 'with a configuration that is passed on',
    files: {
      [MAIN]: `${IMPORTS}import { appConfig as config } from './app/config';

bootstrapApplication(App, config);
`,
      'src/app/config/index.ts': "export { browserConfig as appConfig } from './browser-config';\n",
      'src/app/config/browser-config.ts': `import { type ApplicationConfig } from '@angular/core';

const providers: ApplicationConfig['providers'] = [];
const browserConfig = { providers } satisfies ApplicationConfig;
export { browserConfig };
`,
    },
    path: 'src/app/config/browser-config.ts',
    becomes: `providers: ApplicationConfig['providers'] = [${ADDED}];`,
  },
  {
    name: 'with a configuration from a function',
    files: {
      [MAIN]: `${IMPORTS}
const createConfig = () => ({ providers: [] });
bootstrapApplication(App, createConfig());
`,
    },
    path: MAIN,
    becomes: `const createConfig = () => ({ providers: [${ADDED}] });`,
  },
  {
    name: 'in a file that main only loads',
    files: {
      [MAIN]: "import './bootstrap';\n",
      'src/bootstrap.ts': `${IMPORTS}\nbootstrapApplication(App, { providers: [] });\n`,
    },
    path: 'src/bootstrap.ts',
    becomes: `bootstrapApplication(App, { providers: [${ADDED}] });`,
  },
];
