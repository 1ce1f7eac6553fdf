/** The roles in a value that should be a string or strings; none where it is anything else. */
export function toRoles(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((role) => typeof role === 'string') ? value : [];
}

/**
 * Whether any of the wanted roles is held, or with `all` every one. The one rule behind
 * `session.hasRole`, the guards and `*hasRole`: nothing wanted is never a match.
 */
export function matchRoles(held: ReadonlySet<string>, wanted: unknown, all: boolean): boolean {
  // One role is by far the most frequent question; a list and a closure would cost more than the answer.
  return typeof wanted === 'string' ? held.has(wanted) : matchList(held, toRoles(wanted), all);
}

function matchList(held: ReadonlySet<string>, roles: readonly string[], all: boolean): boolean {
  const isHeld = (role: string) => held.has(role);
  return all ? roles.length > 0 && roles.every(isHeld) : roles.some(isHeld);
}
