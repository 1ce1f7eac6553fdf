/** A `package.json` of the workspace, whose entry points are the sources themselves. */
export interface SourceManifest {
  readonly exports: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A `package.json` as it is published, with what was compiled. */
export interface PublishedManifest {
  readonly exports: Readonly<Record<string, EntryPoint | string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

interface EntryPoint {
  readonly types: string;
  readonly default: string;
}

/** What is of use in the workspace only. */
const OF_THE_WORKSPACE = ['scripts', 'devDependencies'];

/** Makes the manifest of a package of its source's: the entry points become JavaScript and types. */
export function toPublished({ exports, bin, ...fields }: SourceManifest): PublishedManifest {
  const kept = Object.entries(fields).filter(([field]) => !OF_THE_WORKSPACE.includes(field));
  return {
    ...Object.fromEntries(kept),
    exports: {
      ...mapValues(exports, (source) => ({
        types: compiled(source, '.d.ts'),
        default: compiled(source, '.js'),
      })),
      './package.json': './package.json',
    },
    bin: mapValues(bin, (source) => compiled(source, '.js')),
  };
}

/** `./src/testing/index.ts` is compiled to `./testing/index.js`. */
function compiled(source: string, extension: string): string {
  const [, path] = /^\.\/src\/(.+)\.ts$/.exec(source) ?? [];
  if (path === undefined) throw new Error(`${source} is no source: ./src/….ts is one.`);
  return `./${path}${extension}`;
}

function mapValues<Value, Result>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
