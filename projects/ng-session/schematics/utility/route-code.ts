import { indentUnitOf, quoteOf } from './layout-of';
import { LINE_WIDTH } from './line-width';

/** A guard; with `roles`, it is called with them. */
export interface RouteGuard {
  readonly name: string;
  readonly roles?: readonly string[];
}

/** A route to a page, as a generator makes it. No string of it holds a quote. */
export interface PageRoute {
  readonly path: string;
  readonly title: string;
  readonly guard?: RouteGuard;
  readonly className: string;
  /** The file of the page, from the root of the workspace. */
  readonly pagePath: string;
  /** Whether the page is loaded only when it is opened. */
  readonly isLazy: boolean;
}

/** What the file with the routes calls the things that a route needs. */
export interface RouteNames {
  readonly guard: string | undefined;
  readonly page: string;
  /** What the page is imported from. */
  readonly from: string;
}

/** Writes a route down, in lines, in the style of the text that it is for. */
export function routeCode(
  { path, title, guard, className, isLazy }: PageRoute,
  names: RouteNames,
  text: string,
  indent: string,
): string[] {
  const unit = indentUnitOf(text);
  const quote = quoteOf(text);
  const load = `import(${quote}${names.from}${quote}).then((m) => m.${className}),`;
  const loadInLine = `${unit}loadComponent: () => ${load}`;
  const isShort = (indent + loadInLine).length <= LINE_WIDTH;
  const lazyPage = isShort ? [loadInLine] : [`${unit}loadComponent: () =>`, unit + unit + load];

  return [
    '{',
    `${unit}path: ${quote}${path}${quote},`,
    `${unit}title: ${quote}${title}${quote},`,
    ...(guard ? [`${unit}canActivate: [${guardCode(guard, names.guard, quote)}],`] : []),
    ...(isLazy ? lazyPage : [`${unit}component: ${names.page},`]),
    '}',
  ];
}

/** Writes a guard down, called where it takes roles. */
export function guardCode({ name, roles }: RouteGuard, local = name, quote = "'"): string {
  if (!roles) return local;
  const list = roles.map((role) => quote + role + quote).join(', ');
  return roles.length === 1 ? `${local}(${list})` : `${local}([${list}])`;
}
