import { HostTree, type Tree } from '@angular-devkit/schematics';

/** The smallest application that can be edited, for what needs no whole one. */
export function smallApp(config: string): Tree {
  const tree = new HostTree();
  const app = { projectType: 'application', root: '', sourceRoot: 'src', architect: {} };
  tree.create('angular.json', JSON.stringify({ version: 1, projects: { app } }));
  tree.create(
    'src/main.ts',
    `import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

bootstrapApplication(App, appConfig);
`,
  );
  tree.create(CONFIG_PATH, config);
  return tree;
}

/** Where its configuration is. */
export const CONFIG_PATH = 'src/app/app.config.ts';
