import { type AppShape, OURS } from './app-shape';

const CONFIG = 'src/app/app.config.ts';

interface More {
  readonly chain?: readonly string[];
  /** What stands before the configuration. */
  readonly before?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly path?: string;
}

/** An application with these root providers, which become those. */
function shape(name: string, providers: string, becomes: string, more: More = {}): AppShape {
  const { chain = [], before = '', files = {}, path = CONFIG } = more;
  const config = `import {
  provideHttpClient,
  withFetch,
  withInterceptors,
  withInterceptorsFromDi,
  withXhr,
  withXsrfConfiguration,
} from '@angular/common/http';
import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';

import { first, second, shared } from './app-interceptors';
import { routes } from './app.routes';
${before}
export const appConfig: ApplicationConfig = {
  providers: [provideRouter(routes), ${providers}],
};
`;
  return { name, files: { [CONFIG]: config, ...files }, path, becomes, chain };
}

/** The ways in which a standalone application calls `provideHttpClient`. */
export const STANDALONE_SHAPES: readonly AppShape[] = [
  shape('no call', '', `provideHttpClient(withInterceptors([${OURS}]))`),
  shape('an empty call', 'provideHttpClient()', `provideHttpClient(withInterceptors([${OURS}]))`),
  shape(
    'an empty list',
    'provideHttpClient(withInterceptors([]))',
    `provideHttpClient(withInterceptors([${OURS}]))`,
  ),
  shape(
    'a list',
    'provideHttpClient(withInterceptors([first, second]))',
    `provideHttpClient(withInterceptors([first, second, ${OURS}]))`,
    { chain: ['first', 'second'] },
  ),
  shape(
    'a list with a trailing comma and comments',
    `provideHttpClient(withInterceptors([
      first, // The first.
      /* The second. */ second, // No more.
    ]))`,
    `second, // No more.
     credentialsInterceptor, unauthorizedInterceptor, ]))`,
    { chain: ['first', 'second'] },
  ),
  shape(
    'a list with a spread',
    'provideHttpClient(withInterceptors([...shared]))',
    `withInterceptors([...shared, ${OURS}])`,
    { chain: ['first', 'second'] },
  ),
  shape(
    'fetch',
    'provideHttpClient(withFetch())',
    `provideHttpClient(withFetch(), withInterceptors([${OURS}]))`,
  ),
  shape(
    'XHR',
    'provideHttpClient(withXhr())',
    `provideHttpClient(withXhr(), withInterceptors([${OURS}]))`,
  ),
  shape(
    'interceptors from DI',
    'provideHttpClient(withInterceptorsFromDi())',
    `provideHttpClient(withInterceptorsFromDi(), withInterceptors([${OURS}]))`,
  ),
  shape(
    'an XSRF configuration',
    "provideHttpClient(withXsrfConfiguration({ cookieName: 'c' }))",
    `provideHttpClient(withXsrfConfiguration({ cookieName: 'c' }), withInterceptors([${OURS}]))`,
  ),
  shape(
    'a list before features that bring none',
    "provideHttpClient(withInterceptors([first]), withFetch(), withXsrfConfiguration({ cookieName: 'c' }))",
    `provideHttpClient(withInterceptors([first, ${OURS}]), withFetch(),`,
    { chain: ['first'] },
  ),
  shape(
    'a list before those from DI',
    'provideHttpClient(withInterceptors([first]), withInterceptorsFromDi())',
    `withInterceptors([first]), withInterceptorsFromDi(), withInterceptors([${OURS}]))`,
    { chain: ['first'] },
  ),
  shape(
    'two lists',
    'provideHttpClient(withInterceptors([first]), withInterceptors([second]))',
    `withInterceptors([first]), withInterceptors([second, ${OURS}])`,
    { chain: ['first', 'second'] },
  ),
  shape(
    'one of ours',
    'provideHttpClient(withInterceptors([first, credentialsInterceptor]))',
    `withInterceptors([first, ${OURS}])`,
    { before: "import { credentialsInterceptor } from 'ng-session';", chain: ['first'] },
  ),
  shape(
    'both of ours, one under another name',
    'provideHttpClient(withInterceptors([sendCookie, unauthorizedInterceptor]))',
    'withInterceptors([sendCookie, unauthorizedInterceptor])',
    {
      before:
        "import { credentialsInterceptor as sendCookie, unauthorizedInterceptor } from 'ng-session';",
    },
  ),
  shape(
    'a name that is taken',
    'provideHttpClient(withInterceptors([credentialsInterceptor]))',
    'withInterceptors([credentialsInterceptor, ngSessionCredentialsInterceptor, unauthorizedInterceptor])',
    { before: 'const credentialsInterceptor = first;', chain: ['first'] },
  ),
  shape(
    'a list in a constant',
    'provideHttpClient(withInterceptors(interceptors))',
    `const interceptors = [first, ${OURS}];`,
    { before: 'const interceptors = [first];', chain: ['first'] },
  ),
  shape(
    'a list in a variable that may change',
    'provideHttpClient(withInterceptors(interceptors))',
    `withInterceptors(interceptors), withInterceptors([${OURS}])`,
    { before: 'let interceptors = [first];', chain: ['first'] },
  ),
  shape(
    'a list in another file',
    'provideHttpClient(withInterceptors(shared))',
    `withInterceptors(shared), withInterceptors([${OURS}])`,
    { chain: ['first', 'second'] },
  ),
  shape(
    'features in a constant',
    'provideHttpClient(...features)',
    `const features = [withFetch(), withInterceptors([first, ${OURS}])];`,
    { before: 'const features = [withFetch(), withInterceptors([first])];', chain: ['first'] },
  ),
  shape(
    'features in a constant, without a list',
    'provideHttpClient(...features)',
    `provideHttpClient(...features, withInterceptors([${OURS}]))`,
    { before: 'const features = [withFetch()];' },
  ),
  shape(
    'one feature in a constant',
    'provideHttpClient(feature, withFetch())',
    `const feature = withInterceptors([first, ${OURS}]);`,
    { before: 'const feature = withInterceptors([first]);', chain: ['first'] },
  ),
  shape(
    'features from a function',
    'provideHttpClient(...features(true))',
    `provideHttpClient(...features(true), withInterceptors([${OURS}]))`,
    {
      before: `function features(all: boolean) {
  const list = [withInterceptors(shared)];
  return all ? list : [];
}`,
      chain: ['first', 'second'],
    },
  ),
  shape('another name', 'http(withFetch())', `http(withFetch(), withInterceptors([${OURS}]))`, {
    before: "import { provideHttpClient as http } from '@angular/common/http';",
  }),
  shape(
    'a namespace',
    'http.provideHttpClient(http.withInterceptors([first]))',
    `http.provideHttpClient(http.withInterceptors([first, ${OURS}]))`,
    { before: "import * as http from '@angular/common/http';", chain: ['first'] },
  ),
  shape('a function of another file', 'provideCore()', `withInterceptors([first, ${OURS}])`, {
    before: "import { provideCore } from './core';",
    files: {
      'src/app/core/index.ts': "export * from './provide-core';\n",
      'src/app/core/provide-core.ts': `import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { makeEnvironmentProviders } from '@angular/core';
import { first } from '../app-interceptors';

export function provideCore() {
  return makeEnvironmentProviders([provideHttpClient(withInterceptors([first]))]);
}
`,
    },
    path: 'src/app/core/provide-core.ts',
    chain: ['first'],
  }),
  shape(
    'a list of providers in a constant',
    '...http',
    `provideHttpClient(withInterceptors([${OURS}]))`,
    {
      before: 'const http = [provideHttpClient()];',
    },
  ),
  shape(
    'a call after a condition',
    'true ? provideHttpClient(withFetch()) : []',
    `provideHttpClient(withFetch(), withInterceptors([${OURS}]))`,
  ),
  shape(
    'HttpClientModule',
    'importProvidersFrom(HttpClientModule)',
    `importProvidersFrom(HttpClientModule), provideHttpClient(withInterceptors([${OURS}])), provideNgSession()`,
    {
      before: `import { HttpClientModule } from '@angular/common/http';
import { importProvidersFrom } from '@angular/core';`,
    },
  ),
];
