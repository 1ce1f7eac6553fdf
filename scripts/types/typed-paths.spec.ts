import assert from 'node:assert/strict';
import { test } from 'node:test';

import ts from 'typescript';

import { workspacePath } from '../workspace-path.ts';

for (const app of ['augmented', 'untyped']) {
  test(`the paths of an app whose types are ${app} compile, and the wrong ones do not`, () => {
    assert.deepEqual(errorsOf(app), []);
  });
}

test('what the compiler says of a wrong path names the paths that are near', () => {
  const marked = /^ *\/\/ @ts-expect-error.*$/gm;
  const errors = errorsOf('augmented', (source) => source.replace(marked, ''));
  for (const message of [
    `'"cart.itmes"' is not assignable to parameter of type '"cart.items" | "cart.total"'`,
    `'"theme.x"' is not assignable to parameter of type '"theme"'`,
    `'"cart.items.first"' is not assignable to parameter of type '\`cart.items.\${number}\`'`,
    `'"payment.cvc"' is not assignable to parameter of type '"payment.`,
    `'"user.nmae"' is not assignable to parameter of type '"user.`,
    `Did you mean '"items"'?`,
    `'"blue"' is not assignable to parameter of type '"light" | "dark"'`,
    `'"theme"' is not assignable to parameter of type '"a path to a number"'`,
  ]) {
    assert.ok(
      errors.some((error) => error.includes(message)),
      `${message}\n\nis none of\n\n${errors.join('\n')}`,
    );
  }
});

/** What the compiler finds in one of the apps of this folder. */
function errorsOf(app: string, edit = (source: string) => source): string[] {
  const folder = workspacePath(`scripts/types/${app}`);
  const file: { config?: unknown } = ts.readConfigFile(`${folder}/tsconfig.json`, (path) =>
    ts.sys.readFile(path),
  );
  const { fileNames, options } = ts.parseJsonConfigFileContent(file.config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => {
    const source = readFile(path);
    return source !== undefined && fileNames.includes(path) ? edit(source) : source;
  };
  const program = ts.createProgram(fileNames, options, host);
  // Of the app alone: the library is compiled without the types that this one gives it.
  return fileNames
    .map((fileName) => program.getSourceFile(fileName))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
