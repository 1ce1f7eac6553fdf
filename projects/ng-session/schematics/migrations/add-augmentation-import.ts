import type { DirEntry, Rule, Tree } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';
import { isUtf8 } from 'node:buffer';

import { editFile } from '../utility/edit-file';
import { augmentationImport } from './augmentation-import';

/**
 * Adds `import 'ng-session'` to the files of all projects that augment its types without being modules:
 * what they declare takes the place of the whole library.
 */
export function addAugmentationImport(): Rule {
  return async (tree, { logger }) => {
    const { projects } = await readWorkspace(tree);
    const roots = [...projects.values()].map(({ root }) => tree.getDir(root));
    for (const path of new Set(roots.flatMap((root) => [...sourcesIn(root)]))) {
      const text = textAbout(tree, path);
      const edit = text === null ? null : augmentationImport(path, text);
      if (edit === 'by hand') {
        logger.warn(
          `${path} replaces the types of ng-session, and declares other things too. Move ` +
            "declare module 'ng-session' { … } into a file of its own that begins with " +
            "import 'ng-session'.",
        );
      } else if (edit) {
        editFile(tree, path, [edit]);
      }
    }
  };
}

function* sourcesIn(folder: DirEntry): Generator<string> {
  for (const name of folder.subfiles) {
    if (name.endsWith('.ts')) yield `${folder.path}/${name}`.replace(/^\/+/, '');
  }
  for (const name of folder.subdirs) {
    // What is installed or built is not the app's to change.
    if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) continue;
    yield* sourcesIn(folder.dir(name));
  }
}

/** The text of a file that names the library; `null` for all others, which are not parsed. */
function textAbout(tree: Tree, path: string): string | null {
  const content = tree.read(path);
  return content?.includes('ng-session') && isUtf8(content) ? tree.readText(path) : null;
}
