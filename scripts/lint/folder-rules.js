/**
 * Returns the rules of dependency-cruiser that keep imports between layers going one way.
 *
 * A layer is a folder of `root`, or a file in it. They are named lowest first; those in one row stand side
 * by side. Each may import itself and any row below, and nothing else of `root`. Specs may import all.
 */
export function folderRules(root, layers) {
  return [
    ...layers.flatMap((row, index) => {
      const below = layers.slice(0, index).flat();
      return row.map((layer) => ({
        name: `layer-${layer}`,
        severity: 'error',
        comment: `It may import ${[layer, ...below].join(', ')}.`,
        from: { path: within(root, [layer]), pathNot: SPEC },
        to: { path: `^${root}/`, pathNot: within(root, [layer, ...below]) },
      }));
    }),
    {
      name: 'no-unknown-layer',
      severity: 'error',
      comment: 'A folder, or a file above them all, that has no place among the layers.',
      from: { path: `^${root}/`, pathNot: [within(root, layers.flat()), SPEC] },
      to: {},
    },
  ];
}

const SPEC = '\\.spec\\.ts$';

function within(root, layers) {
  return `^${root}/(${layers.join('|')})(/|\\.ts$)`;
}
