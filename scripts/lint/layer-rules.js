import boundaries from 'eslint-plugin-boundaries';

import { workspacePath } from '../workspace-path.ts';
import { LAYERS } from './layers.js';

/** Returns the ESLint configuration that keeps imports between the layers going one way. */
export function layerRules(folder) {
  return {
    name: 'the layers of the library',
    files: [`${folder}/*/**/*.ts`],
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': workspacePath('.'),
      'boundaries/elements': LAYERS.flat().map((layer) => ({
        type: layer,
        pattern: `${folder}/${layer}`,
        partialMatch: false,
      })),
      'import/resolver': { node: { extensions: ['.ts'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: 'The layer {{from.element.type}} may not import {{to.element.type}}.',
          policies: LAYERS.flatMap(policiesOfRow),
        },
      ],
      // A folder that is no layer, or a file above them all.
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/no-unknown-files': 'error',
    },
  };
}

function policiesOfRow(row, index) {
  const below = LAYERS.slice(0, index).flat();
  return row.map((layer) => ({
    from: { element: { type: layer } },
    allow: { to: { element: { types: { anyOf: [layer, ...below] } } } },
  }));
}
