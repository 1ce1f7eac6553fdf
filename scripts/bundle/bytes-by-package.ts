/** What esbuild tells about a build, as far as it is needed here. */
export interface Metafile {
  readonly outputs: Readonly<Record<string, BuildOutput>>;
}

interface BuildOutput {
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

/** Returns how many minified bytes of the scripts come from each package. */
export function bytesByPackage({ outputs }: Metafile): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  for (const [name, { inputs }] of Object.entries(outputs)) {
    if (!name.endsWith('.js')) continue;
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const owner = packageOf(path);
      bytes.set(owner, (bytes.get(owner) ?? 0) + bytesInOutput);
    }
  }
  return bytes;
}

function packageOf(path: string): string {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return installed ?? (path.includes('dist/ng-session/') ? 'ng-session' : 'the app');
}
