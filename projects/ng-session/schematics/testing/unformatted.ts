import type { Tree } from '@angular-devkit/schematics';

/** Returns which of the files Prettier would change, with the settings that `ng new` writes. */
export async function unformatted(tree: Tree, paths: readonly string[]): Promise<string[]> {
  const { check } = await import('prettier');
  const checked = paths.map(async (path) => {
    const parser = path.endsWith('.html') ? { parser: 'angular' } : {};
    const options = { printWidth: 100, singleQuote: true, filepath: path, ...parser };
    return (await check(tree.readText(path), options)) ? [] : [path];
  });
  return (await Promise.all(checked)).flat();
}
