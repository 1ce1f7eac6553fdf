import { folderRules } from './scripts/lint/folder-rules.js';

/** Finds imports that go round in a circle, those of types alone too, and those that go up a layer. */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Files that need each other cannot be understood, tested or moved one by one.',
      from: {},
      to: { circular: true },
    },
    ...folderRules('projects/ng-session-express/src', [
      ['is-plain-object', 'json', 'session-error', 'session-user'],
      ['http', 'stores', 'check'],
      ['options'],
      ['security'],
      ['lifecycle'],
      ['access', 'collection', 'flash'],
      ['routes'],
      ['ng-session'],
      ['index'],
      ['testing'],
    ]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
