import { SchematicsException } from '@angular-devkit/schematics';

/**
 * The roles that were asked for, each once: `--roles=admin --roles=editor` and `--roles=admin,editor` are
 * the same. `null` where none were asked for, for which an empty list stands.
 *
 * @throws SchematicsException for an empty name, which an unset variable leaves behind, and for one that
 * can not stand in a template as it is.
 */
export function toRoles(options: readonly string[] = []): readonly [string, ...string[]] | null {
  const names = options.flatMap((option) => option.split(',')).map((name) => name.trim());
  const [first, ...others] = new Set(names);
  if (first === undefined) return null;
  if (names.includes('')) {
    throw new SchematicsException(
      '--roles has a role without a name. Name each one, as in --roles=admin,editor; without ' +
        '--roles, whoever is signed in may open the page.',
    );
  }
  for (const role of names) {
    if (!/["'`\\<>&{}@\n]/.test(role)) continue;
    throw new SchematicsException(
      `The role ${JSON.stringify(role)} has a sign in it that means something else in a template. ` +
        'Run this without --roles, and write roleGuard(…) into the route yourself.',
    );
  }
  return [first, ...others];
}
