import { importPath } from './add-route';
import { type PageRoute, routeCode } from './route-code';

/** A whole file with a route, to be imitated where the routes of an app can not be edited. */
export function routesFileWith(route: PageRoute, path: string): string {
  const { guard, className, isLazy, pagePath } = route;
  const from = importPath(path, pagePath);
  const head = [
    "import { Routes } from '@angular/router';",
    ...(guard ? [`import { ${guard.name} } from 'ng-session';`] : []),
    ...(isLazy ? [] : [`import { ${className} } from '${from}';`]),
  ].join('\n');
  const names = { guard: guard?.name, page: className, from };
  const code = routeCode(route, names, head, '  ').map((line) => `  ${line}`);
  return `${head}\n\nexport const routes: Routes = [\n${code.join('\n')},\n];\n`;
}
