import { type AppShape, OURS } from './app-shape';

const MODULE = 'src/app/app-module.ts';

/** A root module with these imports and providers, which become those. */
function shape(
  name: string,
  { imports = '', metadata, before = '' }: { imports?: string; metadata: string; before?: string },
  becomes: string,
  more: Partial<AppShape> = {},
): AppShape {
  const source = `import {
  HttpClientModule,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { first } from './app-interceptors';
import { App } from './app';
${before}
@NgModule({
  declarations: [App],
  imports: [BrowserModule${imports}],
  ${metadata}
  bootstrap: [App],
})
export class AppModule {}
`;
  // Without routes, so that it stands alone.
  return {
    name,
    path: MODULE,
    becomes,
    ...more,
    files: { [MODULE]: source, ...APP, ...more.files },
  };
}

const APP = {
  'src/app/app.ts': `import { Component } from '@angular/core';

@Component({ selector: 'app-root', template: '', standalone: false })
export class App {}
`,
};

/** The ways in which an application with NgModules sets up its HTTP client. */
export const MODULE_SHAPES: readonly AppShape[] = [
  shape(
    'no providers',
    { metadata: '' },
    `providers: [provideHttpClient(withInterceptors([${OURS}]))]`,
  ),
  shape(
    'providers',
    { metadata: 'providers: [provideHttpClient(withInterceptorsFromDi())],' },
    `providers: [provideHttpClient(withInterceptorsFromDi(), withInterceptors([${OURS}]))]`,
  ),
  shape(
    'HttpClientModule',
    { imports: ', HttpClientModule', metadata: 'providers: [],' },
    `imports: [BrowserModule, HttpClientModule, NgSessionModule.forRoot()],
     providers: [provideHttpClient(withInterceptors([${OURS}]))]`,
  ),
  shape(
    'a module of its own',
    {
      imports: ', CoreModule',
      metadata: 'providers: [],',
      before: "import { CoreModule } from './core-module';",
    },
    `providers: [provideHttpClient(withInterceptors([first, ${OURS}]))]`,
    {
      files: {
        'src/app/core-module.ts': `import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { first } from './app-interceptors';

@NgModule({ providers: [provideHttpClient(withInterceptors([first]))] })
export class CoreModule {}
`,
      },
      path: 'src/app/core-module.ts',
      chain: ['first'],
    },
  ),
  shape(
    'a module with forRoot',
    {
      imports: ', CoreModule.forRoot()',
      metadata: 'providers: [],',
      before: "import { CoreModule } from './core-module';",
    },
    `provideHttpClient(withInterceptors([${OURS}]))`,
    {
      files: {
        'src/app/core-module.ts': `import { provideHttpClient } from '@angular/common/http';
import { type ModuleWithProviders, NgModule } from '@angular/core';

@NgModule({})
export class CoreModule {
  static forRoot(): ModuleWithProviders<CoreModule> {
    return { ngModule: CoreModule, providers: [provideHttpClient()] };
  }
}
`,
      },
      path: 'src/app/core-module.ts',
    },
  ),
];
