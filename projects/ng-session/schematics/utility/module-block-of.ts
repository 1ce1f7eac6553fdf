import ts from 'typescript';

/** What `declare module 'ng-session' { … }` has in it, for a statement that is one. */
export function moduleBlockOf(statement: ts.Statement): ts.ModuleBlock | undefined {
  if (!ts.isModuleDeclaration(statement) || !ts.isStringLiteral(statement.name)) return undefined;
  const { body, name } = statement;
  return name.text === 'ng-session' && body && ts.isModuleBlock(body) ? body : undefined;
}
