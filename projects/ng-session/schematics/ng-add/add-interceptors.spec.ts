import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format } from 'prettier';
import ts from 'typescript';

import { CONFIG_PATH, smallApp } from '../testing/small-app';
import { findApp } from '../utility/find-app';
import { addInterceptors } from './add-interceptors';

const HTTP =
  "import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';";
const OURS = "import { credentialsInterceptor, unauthorizedInterceptor } from 'ng-session';";

async function edit(config: string): Promise<string> {
  const tree = smallApp(config);
  addInterceptors(tree, await findApp(tree));
  return tree.read(CONFIG_PATH)?.toString() ?? '';
}

describe('addInterceptors keeps the layout:', () => {
  const table: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'one element a line, with a comma after the last',
      `${HTTP}
import { a } from './a';

export const appConfig = {
  providers: [
    provideHttpClient(
      withInterceptors([
        a, // for all
      ]),
    ),
  ],
};
`,
      `${HTTP}
import { a } from './a';
${OURS}

export const appConfig = {
  providers: [
    provideHttpClient(
      withInterceptors([
        a, // for all
        credentialsInterceptor,
        unauthorizedInterceptor,
      ]),
    ),
  ],
};
`,
    ],
    [
      'one element a line, without a comma after the last',
      `${HTTP}
export const appConfig = {
  providers: [
    provideHttpClient(withFetch()) // the client
  ]
};
`,
      `${HTTP}
${OURS}
export const appConfig = {
  providers: [
    provideHttpClient(
      withFetch(),
      withInterceptors([credentialsInterceptor, unauthorizedInterceptor]),
    ) // the client
  ]
};
`,
    ],
    [
      'tabs, double quotes and a comment in an empty list',
      `import { provideHttpClient } from "@angular/common/http";

export const appConfig = {
	providers: [provideHttpClient(/* as it is */)],
};
`,
      `import { provideHttpClient, withInterceptors } from "@angular/common/http";
import { credentialsInterceptor, unauthorizedInterceptor } from "ng-session";

export const appConfig = {
	providers: [
		provideHttpClient(
			withInterceptors([credentialsInterceptor, unauthorizedInterceptor]), /* as it is */
		),
	],
};
`,
    ],
    [
      'an import of types, a comment behind the last import, and an import that gets too long',
      `import type { SessionUser } from 'ng-session';
import { type HttpInterceptorFn, provideHttpClient, withXsrfConfiguration } from '@angular/common/http'; // HTTP
export type User = SessionUser;
export const appConfig = { providers: [provideHttpClient()] };
`,
      `import type { SessionUser } from 'ng-session';
import {
  type HttpInterceptorFn,
  provideHttpClient,
  withXsrfConfiguration,
  withInterceptors,
} from '@angular/common/http'; // HTTP
import { credentialsInterceptor, unauthorizedInterceptor } from 'ng-session';
export type User = SessionUser;
export const appConfig = {
  providers: [
    provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
  ],
};
`,
    ],
  ];
  for (const [name, before, after] of table) {
    it(name, async () => {
      assert.equal(await edit(before), after);
    });
    it(`${name}, with Windows line ends and a byte order mark`, async () => {
      const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      assert.equal(await edit(windows(before)), windows(after));
    });
  }
});

const SPACES = ['', ' ', '\n    ', '\r\n\t'];
const COMMENTS = [' // note\n', ' /* note */ '];

describe('addInterceptors', () => {
  it('adds a client beside the HttpClientModule of the root, whatever lazy routes have', async () => {
    const module = `import { HttpClientModule } from '@angular/common/http';
import { importProvidersFrom } from '@angular/core';

export const providers = [importProvidersFrom(HttpClientModule)];
`;
    const tree = smallApp(`${module}
export const appConfig = { providers };
export const load = () => import('./lazy');
`);
    tree.create('src/app/lazy.ts', module);
    addInterceptors(tree, await findApp(tree));
    assert.match(
      tree.readText(CONFIG_PATH),
      /importProvidersFrom\(HttpClientModule\),\s+provideHttpClient\(withInterceptors\(/,
    );
  });

  it('does not name a client that has the same list', async () => {
    const tree = smallApp(`${HTTP}
import { withInterceptors } from '@angular/common/http';
const list = [];
export const appConfig = { providers: [provideHttpClient(withInterceptors(list))] };
export const lazy = [provideHttpClient(withInterceptors(list))];
`);
    assert.deepEqual(addInterceptors(tree, await findApp(tree)), [
      `${CONFIG_PATH}: added credentialsInterceptor, unauthorizedInterceptor.`,
    ]);
  });

  it('does not name a client that has them', async () => {
    const tree = smallApp(`${HTTP}
export const appConfig = { providers: [provideHttpClient(withFetch())] };
export const load = () => import('./lazy');
`);
    tree.create(
      'src/app/lazy.ts',
      `import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { credentialsInterceptor, unauthorizedInterceptor } from 'ng-session';

export default [
  provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
];
`,
    );
    assert.deepEqual(addInterceptors(tree, await findApp(tree)), [
      `${CONFIG_PATH}: added credentialsInterceptor, unauthorizedInterceptor.`,
    ]);
  });

  it('names the clients that lack them', async () => {
    const tree = smallApp(`${HTTP}
export const appConfig = { providers: [provideHttpClient(withFetch())] };
export const load = () => import('./lazy');
`);
    tree.create('src/app/lazy.ts', `${HTTP}\nexport default [provideHttpClient()];\n`);
    assert.deepEqual(addInterceptors(tree, await findApp(tree)), [
      `${CONFIG_PATH}: added credentialsInterceptor, unauthorizedInterceptor.`,
      'src/app/lazy.ts sets up an HTTP client of its own, which lacks them.',
    ]);
  });
});

/** The source of a call in any order, with any of these gaps, and what it refers to. */
function configWith(gaps: readonly string[]): fc.Arbitrary<string> {
  const gap = fc.constantFrom(...gaps);
  const listOf = (element: fc.Arbitrary<string>) =>
    fc
      .tuple(fc.array(fc.tuple(gap, element, gap), { maxLength: 4 }), fc.boolean(), gap)
      .map(([elements, comma, end]) => {
        const list = elements.map((parts) => parts.join('')).join(',');
        return list + (comma && elements.length > 0 ? ',' : '') + end;
      });
  const interceptor = fc.constantFrom(
    'a',
    'b',
    '...shared',
    'credentialsInterceptor',
    'sendHome',
    '(request, next) => next(request)',
  );
  const feature = fc.oneof(
    fc.constantFrom(
      'withFetch()',
      'withInterceptorsFromDi()',
      "withXsrfConfiguration({ cookieName: 'c' })",
      'withInterceptors(list)',
      'withInterceptors(shared)',
      '...features',
      '...make()',
      'feature',
    ),
    listOf(interceptor).map((list) => `withInterceptors([${list}])`),
  );
  return fc
    .record({ features: listOf(feature), list: listOf(interceptor), before: gap, after: gap })
    .map(
      ({ features, list, before, after }) => `import {
  provideHttpClient, withFetch, withInterceptors, withInterceptorsFromDi, withXsrfConfiguration } from '@angular/common/http';
import { credentialsInterceptor, unauthorizedInterceptor as sendHome } from 'ng-session';
import { a, b, make, shared } from './interceptors';

const list = [${list}];
const features = [withFetch(), withInterceptors([${list}])];
const feature = withInterceptors([b]);

export const appConfig = {
  providers: [${before}provideHttpClient(${features})${after}],
};
`,
    );
}

describe('addInterceptors, whatever the call looks like,', () => {
  it('adds each of ours where it is missing, keeps all else in its order, and does so only once', async () => {
    await fc.assert(
      fc.asyncProperty(configWith([...SPACES, ...COMMENTS]), async (before) => {
        const after = await edit(before);
        assert.equal(withoutOurs(after), withoutOurs(before));
        assert.deepEqual(syntaxErrors(after), []);
        assert.equal(await edit(after), after);
        const added = occurrences(after) - occurrences(before);
        assert.ok(added <= 2, after);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves a formatted file formatted', async () => {
    await fc.assert(
      fc.asyncProperty(configWith(SPACES), async (source) => {
        const before = await prettify(source);
        const after = await edit(before);
        assert.equal(after, await prettify(after));
      }),
      { numRuns: 200 },
    );
  });
});

const NAMES = /\b(credentialsInterceptor|sendHome)\b/g;

function occurrences(source: string): number {
  return source.match(NAMES)?.length ?? 0;
}

/** What is left of a source without layout and without ours. */
function withoutOurs(source: string): string {
  return source.replace(NAMES, '').replace(/[\s,]/g, '').replaceAll('withInterceptors([])', '');
}

function syntaxErrors(fileContent: string): unknown[] {
  return ts.transpileModule(fileContent, { reportDiagnostics: true }).diagnostics ?? [];
}

function prettify(source: string): Promise<string> {
  return format(source, { parser: 'typescript', printWidth: 100, singleQuote: true });
}
