import { SchematicsException } from '@angular-devkit/schematics';

/** A path as routes have it, without slashes around. @throws SchematicsException for what is none. */
export function toRoutePath(path: string): string {
  const bare = path.replace(/^\/+|\/+$/g, '');
  if (/^:?[\w.~-]+(\/:?[\w.~-]+)*$/.test(bare)) return bare;
  throw new SchematicsException(
    `"${path}" is no path of a page. Give one such as account, admin/users or orders/:id.`,
  );
}
