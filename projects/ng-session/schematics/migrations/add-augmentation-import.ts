import type { Rule } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';

import { editFile } from '../utility/edit-file';
import { libraryMentions } from '../utility/library-mentions';
import { augmentationImport } from './augmentation-import';

/**
 * Adds `import 'ng-session'` to the files of all projects that augment its types without being modules:
 * what they declare takes the place of the whole library.
 */
export function addAugmentationImport(): Rule {
  return async (tree, { logger }) => {
    const { projects } = await readWorkspace(tree);
    const roots = [...projects.values()].map(({ root }) => tree.getDir(root));
    const mentions = roots.flatMap((root) => [...libraryMentions(tree, root)]);
    // The folder of one project may be in that of another.
    for (const [path, text] of new Map(mentions.map((one) => [one.path, one.text]))) {
      const edit = augmentationImport(path, text);
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
