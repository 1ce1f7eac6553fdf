import ts from 'typescript';

import { addImports } from '../utility/add-imports';
import { appendToList, argumentList, arrayList } from '../utility/append-to-list';
import { isCallOf } from '../utility/import-of';
import type { SourceFiles } from '../utility/source-files';
import type { TextEdit } from '../utility/text-edit';
import { valueOf } from '../utility/value-of';

const HTTP = '@angular/common/http';
const WITH_INTERCEPTORS = { name: 'withInterceptors', from: HTTP };

/** Features that bring no interceptor, so that what stands before them is still the last one. */
const OTHER_FEATURES = [
  'withFetch',
  'withJsonpSupport',
  'withNoXsrfProtection',
  'withRequestsMadeViaParent',
  'withXhr',
  'withXsrfConfiguration',
].map((name) => ({ name, from: HTTP }));

/**
 * The edits that add interceptors to a call of `provideHttpClient`, after all others: there they see
 * the URL that a request really goes to, whatever an interceptor made of it, and send the cookie
 * nowhere else; and they see the server's own 401.
 */
export function editHttpClient(
  files: SourceFiles,
  call: ts.CallExpression,
  interceptors: readonly string[],
): TextEdit[] {
  const source = call.getSourceFile();
  const { edits, locals } = addImports(source, 'ng-session', interceptors);
  const array = lastInterceptors(files, call.arguments);
  if (array) return [...edits, ...appendToList(source, arrayList(array), locals)];

  const http = addImports(source, HTTP, [WITH_INTERCEPTORS.name]);
  const feature = `${http.locals.join()}([${locals.join(', ')}])`;
  return [...http.edits, ...edits, ...appendToList(source, argumentList(call), [feature])];
}

/**
 * The array of the last `withInterceptors`, where it is written in the same file and nothing behind it
 * may bring interceptors. Elsewhere a `withInterceptors` of our own comes last: several add up.
 */
export function lastInterceptors(
  files: SourceFiles,
  features: ts.NodeArray<ts.Expression>,
): ts.ArrayLiteralExpression | undefined {
  const last = features.findLast(
    (feature) => !OTHER_FEATURES.some((other) => isCallOf(feature, other)),
  );
  if (!last) return undefined;
  const value = valueInFile(files, ts.isSpreadElement(last) ? last.expression : last);
  if (ts.isSpreadElement(last)) {
    return ts.isArrayLiteralExpression(value) ? lastInterceptors(files, value.elements) : undefined;
  }
  const [given] = isCallOf(value, WITH_INTERCEPTORS) ? value.arguments : [];
  const array = given && valueInFile(files, given);
  return array && ts.isArrayLiteralExpression(array) ? array : undefined;
}

/** The expression behind a constant of the same file; one of another file may serve other apps too. */
function valueInFile(files: SourceFiles, expression: ts.Expression): ts.Expression {
  const value = valueOf(files, expression);
  return value.getSourceFile() === expression.getSourceFile() ? value : expression;
}
