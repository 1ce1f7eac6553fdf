/** What `roles` of a user may be: a text or texts; anything else counts as no role at all. */
export function hasRole(
  owned: unknown,
  asked: string | readonly string[],
  { all = false }: { readonly all?: boolean } = {},
): boolean {
  const own = toList(owned);
  const roles = toList(asked);
  if (own.length === 0 || roles.length === 0) return false;
  return all ? roles.every((role) => own.includes(role)) : roles.some((role) => own.includes(role));
}

function toList(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((role) => typeof role === 'string') ? list : [];
}
