import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';
import ts from 'typescript';

import type { Project } from '../utility/find-project';
import { eolOf, quoteOf } from '../utility/layout-of';
import { libraryMentions } from '../utility/library-mentions';
import { moduleBlockOf } from '../utility/module-block-of';
import { parseSource } from '../utility/source-files';
import { compileFile } from './compile-file';
import { includesFile } from './includes-file';
import { USER_TYPE, USER_TYPE_FILE } from './user-type';

/** Adds the file that says what a user is, unless there is one; returns what was done, or what to do. */
export function addUserType(tree: Tree, { mainPath, sourceRoot, tsConfigs }: Project): string[] {
  const mentions = [...libraryMentions(tree, tree.getDir(sourceRoot))];
  const known = mentions.find(({ path, text }) => declaresUser(path, text));
  if (known) return [`${known.path}: the user has a type already.`];

  const path = freePath(tree, posix.join(sourceRoot, USER_TYPE_FILE));
  if (tree.exists(path)) {
    return [`${path} stays as it is. For the type of the user, write into it:\n\n${USER_TYPE}`];
  }
  const main = tree.readText(mainPath);
  tree.create(path, USER_TYPE.replaceAll("'", quoteOf(main)).replaceAll('\n', eolOf(main)));
  const blind = tsConfigs.filter((config) => !includesFile(tree, config, path));
  for (const config of blind) compileFile(tree, config, path);
  return [
    `${path}: says what a user is. Make it fit what your server answers.`,
    ...blind.map((config) => `${config}: lists that file.`),
  ];
}

function declaresUser(path: string, text: string): boolean {
  const declared = parseSource(path, text).statements.flatMap((statement) => [
    ...(moduleBlockOf(statement)?.statements ?? []),
  ]);
  return declared.some((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'SessionUser');
}

/** TypeScript ignores a `.d.ts` beside a `.ts` of the same name, such as one with a class of the app. */
function freePath(tree: Tree, path: string): string {
  const isHidden = tree.exists(path.replace(/\.d\.ts$/, '.ts'));
  return isHidden ? path.replace(/\.d\.ts$/, '-type.d.ts') : path;
}
