import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';

import { addRoute } from './add-route';
import type { PageRoute } from './route-code';
import { applyEdits } from './apply-edits';
import { parseSource } from './source-files';

const OPEN: PageRoute = {
  path: 'account',
  title: 'Account',
  className: 'Account',
  pagePath: 'src/app/account/account.ts',
  isLazy: true,
};
const ACCOUNT: PageRoute = { ...OPEN, guard: { name: 'authGuard' } };

function firstArray(node: ts.Node): ts.ArrayLiteralExpression | undefined {
  return ts.isArrayLiteralExpression(node) ? node : ts.forEachChild(node, firstArray);
}

function edit(before: string, route: PageRoute): string {
  const array = firstArray(parseSource('src/app/app.routes.ts', before));
  assert.ok(array);
  return applyEdits(before, addRoute(array, route));
}

/** The new route, as it stands in most of the cases. */
const NEW = `  {
    path: 'account',
    title: 'Account',
    canActivate: [authGuard],
    loadComponent: () => import('./account/account').then((m) => m.Account),
  },`;

const CASES: readonly { title: string; before: string; after: string }[] = [
  { title: 'an empty array', before: `const routes: Routes = [];`, after: `[\n${NEW}\n]` },
  {
    title: 'an empty array with a comment',
    before: `const routes = [\n  // pages\n];`,
    after: `[\n  // pages\n${NEW}\n]`,
  },
  {
    title: 'routes without a last comma',
    before: `const routes = [\n  { path: 'a' } // first\n];`,
    after: `[\n  { path: 'a' }, // first\n${NEW}\n]`,
  },
  {
    title: 'routes with a last comma and a comment behind it',
    before: `const routes = [\n  { path: 'a' }, // first\n];`,
    after: `[\n  { path: 'a' }, // first\n${NEW}\n]`,
  },
  {
    title: 'routes in one line',
    before: `const routes = [{ path: 'a' }];`,
    after: `[{ path: 'a' },\n${NEW}\n]`,
  },
  {
    title: 'as const',
    before: `const routes = [\n  { path: 'a' },\n] as const;`,
    after: `[\n  { path: 'a' },\n${NEW}\n] as const`,
  },
  {
    title: 'satisfies Routes',
    before: `export default [\n  { path: 'a' },\n] satisfies Routes;`,
    after: `[\n  { path: 'a' },\n${NEW}\n] satisfies Routes`,
  },
  {
    title: 'a wildcard at the end',
    before: `const routes = [\n  { path: 'a' },\n  { path: '**' },\n];`,
    after: `[\n  { path: 'a' },\n${NEW}\n  { path: '**' },\n]`,
  },
  {
    title: 'a wildcard with its comment',
    before: `const routes = [\n  { path: 'a' }, // first\n  // all others\n  { path: '**' },\n];`,
    after: `[\n  { path: 'a' }, // first\n${NEW}\n  // all others\n  { path: '**' },\n]`,
  },
  {
    title: 'only a wildcard, in one line',
    before: `const routes = [{ path: '**' }];`,
    after: `[\n${NEW}\n  { path: '**' }]`,
  },
  {
    title: 'children only',
    before: `const routes = [\n  { path: '', children: [{ path: 'a' }] },\n];`,
    after: `[\n  { path: '', children: [{ path: 'a' }] },\n${NEW}\n]`,
  },
  {
    title: 'children with a wildcard of their own',
    before: `const routes = [\n  { path: '', children: [{ path: '**' }] },\n];`,
    after: `[\n${NEW}\n  { path: '', children: [{ path: '**' }] },\n]`,
  },
];

describe('addRoute keeps what is there, for', () => {
  for (const { title, before, after } of CASES) {
    it(title, () => {
      const edited = edit(before, ACCOUNT);
      assert.ok(edited.includes(after), edited);
      assert.match(edited, /^import \{ authGuard \} from 'ng-session';$/m);
    });
  }
});

describe('addRoute writes', () => {
  it('in the style of the file: quotes, tabs, line ends', () => {
    const before = `import { Routes } from "@angular/router";\r\n\r\nconst routes: Routes = [\r\n\t{ path: "a" },\r\n];\r\n`;
    const after = [
      `import { Routes } from "@angular/router";`,
      `import { authGuard } from "ng-session";`,
      ``,
      `const routes: Routes = [`,
      `\t{ path: "a" },`,
      `\t{`,
      `\t\tpath: "account",`,
      `\t\ttitle: "Account",`,
      `\t\tcanActivate: [authGuard],`,
      `\t\tloadComponent: () => import("./account/account").then((m) => m.Account),`,
      `\t},`,
      `];`,
      ``,
    ].join('\r\n');
    assert.equal(edit(before, ACCOUNT), after);
  });

  it('a page that is not lazy with its import', () => {
    const edited = edit(`const routes = [];`, { ...ACCOUNT, isLazy: false });
    assert.match(edited, /^import \{ Account \} from '\.\/account\/account';$/m);
    assert.match(edited, /^ {4}component: Account,$/m);
  });

  it('a route without a guard and without an import of one', () => {
    assert.doesNotMatch(edit(`const routes = [];`, OPEN), /canActivate|import \{/);
  });

  for (const [roles, code] of [
    [['admin'], "roleGuard('admin')"],
    [['admin', 'editor'], "roleGuard(['admin', 'editor'])"],
  ] as const) {
    it(`${code} for ${roles.join(' and ')}`, () => {
      const edited = edit(`const routes = [];`, {
        ...ACCOUNT,
        guard: { name: 'roleGuard', roles },
      });
      assert.ok(edited.includes(`canActivate: [${code}],`), edited);
    });
  }

  it('the name that the file has for the guard', () => {
    const before = `import { authGuard as signedIn } from 'ng-session';\nconst routes = [];`;
    assert.ok(edit(before, ACCOUNT).includes('canActivate: [signedIn],'));
  });

  it('a long import in two lines', () => {
    const name = 'AccountOfSomebodyElseWithALongName';
    const edited = edit(`const routes = [];`, { ...ACCOUNT, className: name });
    assert.ok(
      edited.includes(
        `    loadComponent: () =>\n      import('./account/account').then((m) => m.${name}),\n`,
      ),
      edited,
    );
  });
});
