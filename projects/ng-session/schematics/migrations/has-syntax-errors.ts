import ts from 'typescript';

import { parseSource } from '../utility/source-files';

/** Whether a file can not be read as TypeScript. */
export function hasSyntaxErrors(path: string, text: string): boolean {
  const source = parseSource(path, text);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === path ? source : undefined),
  };
  const program = ts.createProgram([path], { noLib: true, noResolve: true, types: [] }, host);
  return program.getSyntacticDiagnostics(source).length > 0;
}
