import { Tree } from '@angular-devkit/schematics';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { CannotEdit } from './cannot-edit';
import type { Project } from './find-project';
import { findRoutes } from './find-routes';
import { SourceFiles } from './source-files';

const PROJECT: Project = {
  name: 'app',
  root: '',
  sourceRoot: 'src',
  mainPath: 'src/main.ts',
  tsConfigs: ['tsconfig.app.json'],
};

const ROUTER = `import { provideRouter, RouterModule } from '@angular/router';\n`;

type Files = Readonly<Record<string, string>>;

function find(files: Files) {
  const tree = Tree.empty();
  const config = { compilerOptions: { paths: { '@app/*': ['./src/app/*'] } } };
  tree.create('tsconfig.app.json', JSON.stringify(config));
  for (const [path, text] of Object.entries(files)) tree.create(path, text);
  return findRoutes(new SourceFiles(tree, PROJECT), PROJECT);
}

/** The routes are given to the router in the main file, as `routes`. */
function importing(statement: string, file: string): Files {
  return {
    'src/main.ts': `${ROUTER}${statement}\nprovideRouter(routes, withComponentInputBinding());`,
    'src/routes.ts': file,
  };
}

const FOUND: readonly { title: string; files: Files; at?: string }[] = [
  { title: 'written in the call', files: { 'src/main.ts': `${ROUTER}provideRouter(['here']);` } },
  {
    title: 'written in the call of an NgModule',
    files: { 'src/main.ts': `${ROUTER}RouterModule.forRoot(['here'], { useHash: true });` },
  },
  {
    title: 'called by another name',
    files: {
      'src/main.ts': `import { provideRouter as router } from '@angular/router';\nrouter(['here']);`,
    },
  },
  {
    title: 'in a constant of the file',
    files: { 'src/main.ts': `${ROUTER}const routes: Routes = ['here'];\nprovideRouter(routes);` },
  },
  {
    title: 'imported',
    files: importing(`import { routes } from './routes';`, `export const routes = ['here'];`),
    at: 'src/routes.ts',
  },
  {
    title: 'imported under another name',
    files: importing(`import { ALL as routes } from './routes';`, `export const ALL = ['here'];`),
    at: 'src/routes.ts',
  },
  {
    title: 'exported after its declaration',
    files: importing(
      `import { routes } from './routes';`,
      `const ALL = ['here'];\nexport { ALL as routes };`,
    ),
    at: 'src/routes.ts',
  },
  {
    title: 'exported as the default',
    files: importing(`import routes from './routes';`, `export default ['here'] satisfies Routes;`),
    at: 'src/routes.ts',
  },
  {
    title: 'a constant that is exported as the default',
    files: importing(
      `import routes from './routes';`,
      `const routes: Routes = ['here'];\nexport default routes;`,
    ),
    at: 'src/routes.ts',
  },
  {
    title: 'as const',
    files: importing(
      `import { routes } from './routes';`,
      `export const routes = ['here'] as const;`,
    ),
    at: 'src/routes.ts',
  },
  {
    title: 'satisfies Routes',
    files: importing(
      `import { routes } from './routes';`,
      `export const routes = (['here'] satisfies Routes);`,
    ),
    at: 'src/routes.ts',
  },
  {
    title: 'passed on by an index file, in a file that the main file does not import itself',
    files: {
      'src/main.ts': `import { appConfig } from './app/app.config';`,
      'src/app/app.config.ts': `${ROUTER}import { routes } from './pages';\nprovideRouter(routes);`,
      'src/app/pages/index.ts': `export * from './pages.routes';`,
      'src/app/pages/pages.routes.ts': `export const routes: Routes = ['here'];`,
    },
    at: 'src/app/pages/pages.routes.ts',
  },
  {
    title: 'imported by a path of the tsconfig',
    files: {
      'src/main.ts': `${ROUTER}import { routes } from '@app/routes';\nprovideRouter(routes);`,
      'src/app/routes.ts': `export const routes: Routes = ['here'];`,
    },
    at: 'src/app/routes.ts',
  },
];

describe('findRoutes finds routes', () => {
  for (const { title, files, at = 'src/main.ts' } of FOUND) {
    it(title, () => {
      const array = find(files);
      assert.equal(array.getText(), "['here']");
      assert.equal(array.getSourceFile().fileName, at);
    });
  }
});

const NOT_FOUND: readonly { title: string; files: Files; message: RegExp }[] = [
  { title: 'no main file', files: {}, message: /src\/main\.ts.*provideRouter/ },
  {
    title: 'no router',
    files: { 'src/main.ts': 'bootstrapApplication(App);' },
    message: /src\/main\.ts.*provideRouter.*RouterModule\.forRoot/,
  },
  {
    title: 'a function of that name from elsewhere',
    files: { 'src/main.ts': `import { provideRouter } from './mine';\nprovideRouter([]);` },
    message: /src\/main\.ts/,
  },
  {
    title: 'routes of a feature only',
    files: { 'src/main.ts': `${ROUTER}RouterModule.forChild([]);` },
    message: /src\/main\.ts/,
  },
  {
    title: 'routes that are made',
    files: { 'src/main.ts': `${ROUTER}provideRouter(makeRoutes(a).concat(b));` },
    message: /src\/main\.ts are not written as an array/,
  },
  {
    title: 'routes of a package',
    files: { 'src/main.ts': `${ROUTER}import { routes } from 'pages';\nprovideRouter(routes);` },
    message: /src\/main\.ts are not written as an array/,
  },
];

describe('findRoutes says where it finds none', () => {
  for (const { title, files, message } of NOT_FOUND) {
    it(title, () => {
      assert.throws(
        () => find(files),
        (error) => error instanceof CannotEdit && message.test(error.message),
      );
    });
  }
});
