import type { DirEntry, Tree } from '@angular-devkit/schematics';
import { isUtf8 } from 'node:buffer';

/** A file of the workspace that names the library. */
export interface Mention {
  readonly path: string;
  readonly text: string;
}

/** The TypeScript files of a folder, and of those in it, that name the library: no others are read. */
export function* libraryMentions(tree: Tree, folder: DirEntry): Generator<Mention> {
  for (const name of folder.subfiles.filter((one) => one.endsWith('.ts'))) {
    const path = `${folder.path}/${name}`.replace(/^\/+/, '');
    const content = tree.read(path);
    if (content?.includes('ng-session') && isUtf8(content)) {
      yield { path, text: tree.readText(path) };
    }
  }
  for (const name of folder.subdirs) {
    // What is installed or built is not the app's to change.
    if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) continue;
    yield* libraryMentions(tree, folder.dir(name));
  }
}
